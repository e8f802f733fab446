import type { Db } from '../db/tables.ts'
import { ref } from '../fields/kinds.ts'
import { idsOf } from '../kernel/ids.ts'
import { sayDate } from '../kernel/say-date.ts'
import { theParty } from '../parties/reads.ts'
import type { StandsAsked } from '../proposals/stand-reads.ts'
import { type Filter, readFilter, spanOf } from '../rounds/filter.ts'
import { dropOf } from '../web/drop.ts'
import { type Query, refuseStrangers, valuesOf } from '../web/query.ts'
import { theProcess } from './reads.ts'

const names = ['party', 'process', 'from', 'to', 'page'] as const
export type StandFilterName = (typeof names)[number] | 'flavour'

/** Whoever says something is a party on record. */
const own = { party: ref('party', { label: 'Party' }) }
export type StandFilter = Omit<Filter, 'party'> & { party: number[] }

/** Reads the filters of a list of stands. @throws Refusal 400 for a name or value it does not know */
export function readStandFilter(query: Query, taken: readonly StandFilterName[] = names): StandFilter {
  refuseStrangers(query, taken)
  const party = valuesOf(own, [], 'party', query.party)
  return { ...readFilter(query, ['flavour']), party }
}

/** @throws Refusal 404 or 410 where the filter names a process or a party that does not stand */
export async function standsAsked(db: Db, filter: StandFilter): Promise<StandsAsked> {
  const [processes] = await Promise.all([
    Promise.all(filter.process.map((slug) => theProcess(db, slug))),
    Promise.all(filter.party.map((id) => theParty(db, id))),
  ])
  return { process: idsOf(processes), party: filter.party, ...spanOf(filter) }
}

/** The line of filters over the list. */
export function formOf(
  path: string,
  filter: StandFilter,
  parties: Array<{ id: number; name: string }>,
  processes: Array<{ slug: string; title: string }>,
) {
  return {
    path,
    from: filter.from ? sayDate(filter.from) : '',
    to: filter.to ? sayDate(filter.to) : '',
    drops: [
      dropOf(
        { name: 'party', label: 'Party', options: parties.map(({ id, name }) => [String(id), name]) },
        filter.party,
      ),
      dropOf(
        { name: 'process', label: 'Process', options: processes.map(({ slug, title }) => [slug, title]) },
        filter.process,
      ),
    ],
  }
}
