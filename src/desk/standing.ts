/* What must hold of a record that is to stand, or to say again what it said. */
import type { Db } from '../db/tables.ts'
import { readingsOn } from '../evidence/vote-reads.ts'
import { Refusal } from '../kernel/fault.ts'

interface Ref {
  record: string
  record_id: number
  field: string | null
}

/** @throws Refusal 409 where the field has another reading by now */
export async function oneReading(db: Db, { record, record_id, field }: Ref): Promise<void> {
  const same = (await readingsOn(db, record, [record_id])).filter((one) => one.field === field)
  if (same.length > 1) throw new Refusal(409, 'The field has another reading by now: revert that one first.')
}

/** @throws Refusal 409 where another record holds by now what this one held alone, as a slug or a code */
export function takenSince(error: unknown): never {
  if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error
  throw new Refusal(
    409,
    'Another record took that value since, and no two may share it: change that one first.',
  )
}
