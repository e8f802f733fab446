import type { Db } from '../db/tables.ts'
import { withdrawRecord } from '../history/record-writes.ts'
import type { Author } from '../kernel/author.ts'
import { proposalEventRecord, proposalRecord } from './fields.ts'
import { eventsOf } from './reads.ts'

/** What was done with it at this round is withdrawn; the proposal itself stays where it has events elsewhere. */
export async function withdrawFromRound(
  db: Db,
  by: Author,
  id: number,
  roundId: number,
  reason: string,
): Promise<void> {
  const events = await eventsOf(db, [id])
  const here = events.filter(({ round_id }) => round_id === roundId)
  for (const event of here) await withdrawRecord(db, by, proposalEventRecord, event.id, reason)
  if (here.length === events.length) await withdrawRecord(db, by, proposalRecord, id, reason)
}
