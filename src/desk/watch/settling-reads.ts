import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../db/tables.ts'
import { COUNTED } from '../../evidence/dispute-reads.ts'
import type { StatusRow } from '../../sources/fields.ts'
import { MOST, type Slice } from './section.ts'

/** Disputed fields without a reading of the editors, in the order of the list of disputes. */
export function unsettledFields(db: Db, { limit, offset }: Slice): Promise<StatusRow[]> {
  return unsettled(db).selectAll('disputed').limit(limit).offset(offset).execute()
}

/** Counted one further than MOST, so that it is known whether there are more. */
export async function countUnsettled(db: Db): Promise<number> {
  const some = unsettled(db)
    .select('disputed.record_id')
    .limit(MOST + 1)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Settled disputes stay disputed, and their number grows: so many are looked through, as the list of disputes counts. */
function unsettled(db: Db) {
  const disputed = db
    .selectFrom('field_status')
    .selectAll()
    .where('status', '=', 'disputed')
    .orderBy('process_id')
    .orderBy('record')
    .orderBy('record_id')
    .orderBy('field')
    .limit(COUNTED)
  return db
    .selectFrom(disputed.as('disputed'))
    .where(
      sql<SqlBool>`not exists (select 1 from reading where reading.record = disputed.record
        and reading.record_id = disputed.record_id and reading.field is nullif(disputed.field, '') and reading.withdrawn is null)`,
    )
    .orderBy('disputed.process_id')
    .orderBy('disputed.record')
    .orderBy('disputed.record_id')
    .orderBy('disputed.field')
}
