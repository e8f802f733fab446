import type { Fields } from '../fields/kind.ts'
import { choice, pattern, ref, whole } from '../fields/kinds.ts'
import { readOne } from '../fields/read.ts'
import { Refusal } from '../kernel/fault.ts'
import { quotable } from '../kernel/text.ts'
import { type State, states } from './state.ts'

/** The names that the list of commitments takes in its address, each once. */
export const filterFields = {
  process: pattern({ label: 'Process', matching: /^[a-z0-9]+(-[a-z0-9]+)*$/, like: 'oslo-channel' }),
  party: ref('party', { label: 'Party' }),
  state: choice({ label: 'State', of: states }),
  page: whole({ label: 'Page', min: 1, max: 10_000 }),
} satisfies Fields

/** A question put to the commitments. */
export interface CommitmentFilter {
  /** Slug. */
  process: string | null
  /** Who owes or is owed. */
  party: number | null
  state: State | null
  page: number
}

/** Reads a query string; names in `besides` are for the page itself. @throws Refusal 400 for a name or value it does not know */
export function readCommitmentFilter(
  query: Record<string, unknown>,
  besides: readonly string[] = [],
): CommitmentFilter {
  const filter: Record<string, unknown> = { process: null, party: null, state: null, page: 1 }
  for (const [name, given] of Object.entries(query)) {
    if (name === 'known' || besides.includes(name)) continue
    const field = Object.hasOwn(filterFields, name) ? filterFields[name as keyof typeof filterFields] : null
    if (!field)
      throw new Refusal(
        400,
        `There is no filter named ${quotable(name)}. The filters are ${Object.keys(filterFields).join(', ')} and known.`,
      )
    if (typeof given !== 'string') throw new Refusal(400, `${field.label} is given too often.`)
    if (given === '') continue
    const read = readOne(field as Fields[string], given)
    if ('fault' in read) throw new Refusal(400, `${field.label} ${read.fault}.`)
    filter[name] = read.value
  }
  return filter as unknown as CommitmentFilter
}

/** The filter as a query string, without what is as it would be anyway. */
export function commitmentQuery(
  { process, party, state, page }: CommitmentFilter,
  besides: Record<string, string> = {},
): string {
  const set = { process, party, state, page: page === 1 ? null : page }
  const pairs = Object.entries(set).flatMap(
    ([name, value]): Array<[string, string]> => (value === null ? [] : [[name, String(value)]]),
  )
  const query = new URLSearchParams([...pairs, ...Object.entries(besides)]).toString()
  return query === '' ? '' : `?${query}`
}
