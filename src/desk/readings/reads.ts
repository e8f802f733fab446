import type { Db } from '../../db/tables.ts'
import type { Subject } from '../claims/subject.ts'

/** The editors' reading of the field as it stands; null where there is none. */
export async function readingOf(db: Db, { record, record_id, field }: Subject) {
  const found = await db
    .selectFrom('reading')
    .selectAll()
    .where('record', '=', record)
    .where('record_id', '=', record_id)
    .where('field', field === null ? 'is' : '=', field)
    .where('withdrawn', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return found ?? null
}
