import type { Db } from '../db/tables.ts'
import { capital } from '../kernel/words.ts'
import { partiesByName } from '../parties/reads.ts'
import { processesByTitle } from '../processes/reads.ts'
import type { CommitmentFilter } from './filter.ts'
import { states } from './state.ts'

/** The line of filters over the list; works as a plain form. */
export async function filterForm(db: Db, filter: CommitmentFilter) {
  const [processes, parties] = await Promise.all([processesByTitle(db), partiesByName(db)])
  const select = (name: string, label: string, options: Array<[string, string]>, chosen: unknown) => ({
    name,
    label,
    options: options.map(([value, label]) => ({ value, label, isChosen: value === String(chosen) })),
  })
  return {
    selects: [
      select(
        'process',
        'Process',
        processes.map(({ slug, title }) => [slug, title]),
        filter.process,
      ),
      select(
        'party',
        'Who is bound',
        parties.map(({ id, name }) => [String(id), name]),
        filter.party,
      ),
      select(
        'state',
        'State',
        states.map((state) => [state, capital(state)]),
        filter.state,
      ),
    ],
    isNarrowed: filter.process !== null || filter.party !== null || filter.state !== null,
  }
}
