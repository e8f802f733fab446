import type { Db } from '../db/tables.ts'
import { withdrawRecord } from '../history/record-writes.ts'
import type { Author } from '../kernel/author.ts'
import { delegateRecord, delegationRecord } from './fields.ts'
import { delegatesOf } from './reads.ts'

/** Its people leave with it: nobody stays seated in a delegation that was never there. */
export async function withdrawDelegation(db: Db, by: Author, id: number, reason: string): Promise<void> {
  for (const delegate of await delegatesOf(db, [id]))
    await withdrawRecord(db, by, delegateRecord, delegate.id, reason)
  await withdrawRecord(db, by, delegationRecord, id, reason)
}
