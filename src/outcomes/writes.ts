import type { Db } from '../db/tables.ts'
import { withdrawRecord } from '../history/record-writes.ts'
import type { Author } from '../kernel/author.ts'
import { idsOf } from '../kernel/ids.ts'
import { commitmentRecord, followUpRecord, outcomeRecord } from './fields.ts'
import { commitmentsOf, followUpsOf } from './reads.ts'

/** With it go the commitments that rest on it, and the deliveries reported on them. */
export async function withdrawOutcome(db: Db, by: Author, id: number, reason: string): Promise<void> {
  const commitments = await commitmentsOf(db, [id])
  const followUps = await followUpsOf(db, idsOf(commitments))
  for (const { id } of followUps) await withdrawRecord(db, by, followUpRecord, id, reason)
  for (const { id } of commitments) await withdrawRecord(db, by, commitmentRecord, id, reason)
  await withdrawRecord(db, by, outcomeRecord, id, reason)
}
