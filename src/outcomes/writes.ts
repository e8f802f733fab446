import type { Db } from '../db/tables.ts'
import { withdrawRecord } from '../history/record-writes.ts'
import type { Author } from '../kernel/author.ts'
import { commitmentRecord, followUpRecord, outcomeRecord } from './fields.ts'
import { commitmentsOf, followUpsOf } from './reads.ts'

/** With it go the commitments that rest on it, and the deliveries reported on them. */
export async function withdrawOutcome(db: Db, by: Author, id: number, reason: string): Promise<void> {
  for (const commitment of await commitmentsOf(db, [id]))
    await withdrawCommitment(db, by, commitment.id, reason)
  await withdrawRecord(db, by, outcomeRecord, id, reason)
}

/** With it go the deliveries reported on it. */
export async function withdrawCommitment(db: Db, by: Author, id: number, reason: string): Promise<void> {
  for (const followUp of await followUpsOf(db, [id]))
    await withdrawRecord(db, by, followUpRecord, followUp.id, reason)
  await withdrawRecord(db, by, commitmentRecord, id, reason)
}
