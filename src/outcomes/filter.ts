import type { Fields } from '../fields/kind.ts'
import { choice, pattern, ref, whole } from '../fields/kinds.ts'
import { askedOf, type Query, refuseStrangers } from '../web/query.ts'
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
export function readCommitmentFilter(query: Query, besides: readonly string[] = []): CommitmentFilter {
  const names = Object.keys(filterFields)
  refuseStrangers(query, [...names, ...besides])
  const every = { process: null, party: null, state: null, page: 1 }
  return { ...every, ...askedOf(filterFields, names, query) } as CommitmentFilter
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
