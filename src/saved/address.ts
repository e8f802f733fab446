import { readComparison } from '../charts/compare-filter.ts'
import { readEncounters } from '../encounters/asked.ts'
import { readDisputeFilter } from '../evidence/dispute-filter.ts'
import { Refusal } from '../kernel/fault.ts'
import { readCommitmentFilter } from '../outcomes/filter.ts'
import { readStandFilter } from '../processes/stand-filter-page.ts'
import { readProposalFilter } from '../proposals/filter.ts'
import { valueNames } from '../rounds/facet-asked-page.ts'
import { readFilter } from '../rounds/filter.ts'
import { readSearch } from '../search/filter.ts'
import { laneNames } from '../timeline/lanes.ts'
import { knownDay } from '../web/as-of.ts'
import { pageIn } from '../web/paging.ts'
import { type Query, refuseStrangers } from '../web/query.ts'
import { ownPath } from '../web/request.ts'

/** The lists of the house, each with what reads the filters of its address. */
const lists: Array<[path: RegExp, read: (query: Query) => unknown]> = [
  [/^\/$/, (query) => readFilter(query, ['round', ...laneNames])],
  [/^\/rounds$/, (query) => readFilter(query)],
  [/^\/rounds\/facets\/[a-z]+$/, (query) => readFilter(query, valueNames)],
  [/^\/(people|parties|venues)\/[1-9]\d*$/, (query) => readFilter(query)],
  [/^\/sources\/[1-9]\d*$/, (query) => readFilter(query, ['claims_page', 'claim', 'round'])],
  [/^\/processes\/[a-z0-9-]+$/, (query) => readFilter(query, ['columns'])],
  [/^\/issues\/[a-z0-9-]+$/, (query) => readStandFilter(query)],
  [/^\/search$/, (query) => readSearch(query)],
  [/^\/map$/, (query) => readFilter(query, ['area'])],
  [/^\/charts$/, (query) => readFilter(query)],
  [/^\/charts\/[a-z]+\/[^/]+$/, (query) => readFilter(query)],
  [/^\/compare$/, (query) => readComparison(query)],
  [/^\/(people|parties)\/[1-9]\d*\/met(\/(people|parties)\/[1-9]\d*)?$/, (query) => readEncounters(query)],
  [/^\/proposals$/, (query) => readProposalFilter(query)],
  [/^\/commitments$/, (query) => readCommitmentFilter(query)],
  [/^\/disputes$/, (query) => readDisputeFilter(query)],
  [/^\/since$/, (query) => refuseStrangers(query, ['process', 'round', 'page'])],
  [/^\/(people|parties|venues|sources|processes|issues)$/, (query) => pageIn(query)],
]

/** The address of a list, as it is kept: from its first page on. @throws Refusal 400 where no list reads it so */
export function listAt(typed: unknown): string {
  const { pathname, searchParams } = new URL(ownPath(typed, '/nowhere'), 'http://own.invalid')
  const read = lists.find(([path]) => path.test(pathname))?.[1]
  if (!read) throw new Refusal(400, 'This is not the address of a list that can be saved.')
  searchParams.delete('page')
  const names = [...new Set(searchParams.keys())]
  const query = Object.fromEntries(
    names.map((name) => {
      const values = searchParams.getAll(name)
      return [name, values.length === 1 ? values[0] : values]
    }),
  )
  knownDay(query.known)
  read(query)
  return pathname + (searchParams.size === 0 ? '' : `?${searchParams}`)
}
