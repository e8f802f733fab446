import type { Fields } from '../fields/kind.ts'
import { choice, pattern, ref, whole } from '../fields/kinds.ts'
import { askedOf, type Query, refuseStrangers } from '../web/query.ts'
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
export function readProposalFilter(query: Query, besides: readonly string[] = []): ProposalFilter {
  refuseStrangers(query, [...Object.keys(filterFields), ...besides])
  return { ...everyProposal, ...askedOf(filterFields, ['page'], query) } as ProposalFilter
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
