import type { Db } from '../db/tables.ts'
import { capital } from '../kernel/words.ts'
import { offeredParties, offeredProcesses } from '../rounds/offered.ts'
import type { Choices } from '../web/drop.ts'
import type { CommitmentFilter } from './filter.ts'
import { states } from './state.ts'

/** The line of filters over the list; works as a plain form. */
export async function filterForm(db: Db, filter: CommitmentFilter) {
  const [processes, parties] = await Promise.all([
    offeredProcesses(db, { on: 'commitments', chosen: listed(filter.process) }),
    offeredParties(db, { on: 'commitments', chosen: listed(filter.party) }),
  ])
  const select = (name: string, label: string, { options, more = '' }: Choices, chosen: unknown) => ({
    name,
    label,
    options: options.map(([value, label]) => ({ value, label, isChosen: value === String(chosen) })),
    more,
  })
  return {
    selects: [
      select('process', 'Process', processes, filter.process),
      select('party', 'Who is bound', parties, filter.party),
      select('state', 'State', { options: states.map((state) => [state, capital(state)]) }, filter.state),
    ],
    isNarrowed: filter.process !== null || filter.party !== null || filter.state !== null,
  }
}

function listed<T>(value: T | null): T[] {
  return value === null ? [] : [value]
}
