import type { Db } from '../../db/tables.ts'
import { notFound } from '../../kernel/fault.ts'

/** @throws Refusal 404 */
export async function theRevision(db: Db, id: number) {
  const revision = await db.selectFrom('revision').selectAll().where('id', '=', id).executeTakeFirst()
  return revision ?? notFound('revision', id)
}

export type Revision = Awaited<ReturnType<typeof theRevision>>

/** What a claim, a link of its chain or a reading is about; any other record is about itself. */
export async function aboutOf(db: Db, { record, record_id }: Revision) {
  const itself = { record, record_id, field: null as string | null }
  if (record === 'relay') {
    const link = await db
      .selectFrom('relay')
      .select('claim_id')
      .where('id', '=', record_id)
      .executeTakeFirst()
    return link ? claimed(db, 'claim', link.claim_id) : itself
  }
  return record === 'claim' || record === 'reading' ? claimed(db, record, record_id) : itself
}

async function claimed(db: Db, of: 'claim' | 'reading', id: number) {
  return db
    .selectFrom(of)
    .select(['record', 'record_id', 'field'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
