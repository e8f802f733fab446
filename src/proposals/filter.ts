import type { Fields } from '../fields/kind.ts'
import { choice, pattern, ref, whole } from '../fields/kinds.ts'
import { readOne } from '../fields/read.ts'
import { Refusal } from '../kernel/fault.ts'
import { quotable } from '../kernel/text.ts'
import { type State, states } from './clock.ts'

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The names that the list of proposals takes in its address. A name given twice means either. */
const filterFields = {
  process: pattern({ label: 'Process', matching: slug, like: 'oslo-channel' }),
  party: ref('party', { label: 'Party' }),
  issue: pattern({ label: 'Issue', matching: slug, like: 'ceasefire' }),
  state: choice({ label: 'State', of: states }),
  page: whole({ label: 'Page', min: 1, max: 100_000 }),
} satisfies Fields

/** A question put to the proposals. Lists are "any of"; different names are "and". */
export interface ProposalFilter {
  process: string[]
  /** Who proposes, or to whom it is addressed. */
  party: number[]
  /** Codes. */
  issue: string[]
  state: State[]
  page: number
}

export const everyProposal: ProposalFilter = { process: [], party: [], issue: [], state: [], page: 1 }

/** @throws Refusal 400 for a name or value it does not know */
export function readProposalFilter(
  query: Record<string, unknown>,
  besides: readonly string[] = [],
): ProposalFilter {
  const filter: Record<string, unknown> = { ...everyProposal }
  for (const [name, given] of Object.entries(query)) {
    if (name === 'known' || besides.includes(name)) continue
    if (!Object.hasOwn(filterFields, name)) throw new Refusal(400, strangeName(name))
    const values = valuesOf(name as keyof ProposalFilter, given)
    if (values.length > 0) filter[name] = name === 'page' ? values[0] : values
  }
  return filter as unknown as ProposalFilter
}

function strangeName(name: string): string {
  const names = Object.keys(filterFields).join(', ')
  return `There is no filter named ${quotable(name)} here. The filters are ${names} and known.`
}

function valuesOf(name: keyof ProposalFilter, given: unknown): unknown[] {
  const kind = filterFields[name] as Fields[string]
  const typed = (Array.isArray(given) ? given : [given]).filter((one) => one !== '')
  if (typed.length > (name === 'page' ? 1 : 50)) throw new Refusal(400, `${kind.label} is given too often.`)
  return typed.map((one) => {
    const read = readOne(kind, String(one))
    if ('fault' in read) throw new Refusal(400, `${kind.label} ${read.fault}.`)
    return read.value
  })
}

/** The filter as a query string, without what is as it would be anyway. */
export function proposalQueryOf(
  filter: Partial<ProposalFilter>,
  besides: Record<string, string> = {},
): string {
  const { page = 1, ...lists } = filter
  const pairs = Object.entries(lists).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, String(value)]),
  )
  if (page > 1) pairs.push(['page', String(page)])
  const query = new URLSearchParams([...pairs, ...Object.entries(besides)]).toString()
  return query === '' ? '' : `?${query}`
}
