import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../db/tables.ts'
import { COUNTED } from '../../evidence/dispute-reads.ts'
import type { StatusRow } from '../../sources/fields.ts'
import { MOST, type Slice } from './section.ts'

/** Disputed fields without a reading of the editors, in the order of the list of disputes. */
export function unsettledFields(db: Db, { limit, offset }: Slice): Promise<StatusRow[]> {
  return unsettled(db).selectAll('one').limit(limit).offset(offset).execute()
}

/** Counted one further than MOST, so that it is known whether there are more. */
export async function countUnsettled(db: Db): Promise<number> {
  const some = unsettled(db)
    .select('one.record_id')
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
    .selectFrom(disputed.as('one'))
    .where(
      sql<SqlBool>`not exists (select 1 from reading where reading.record = one.record
        and reading.record_id = one.record_id and reading.field is nullif(one.field, '') and reading.withdrawn is null)`,
    )
    .orderBy('one.process_id')
    .orderBy('one.record')
    .orderBy('one.record_id')
    .orderBy('one.field')
}
