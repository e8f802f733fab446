import { sql } from 'kysely'
import { processOf } from '../catalogue/belonging-reads.ts'
import type { Db } from '../db/tables.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** The revisions of one transaction, from `id` to `last`. */
    saving: {
      id: number
      last: number
      at: string
      account_id: number | null
      who: string
      published_by: string | null
    }
    saving_part: {
      saving_id: number
      record: string
      action: string
      process_id: number | null
      count: number
    }
  }
}

/** Sums up the revisions after this one as one save. What was summed up of the same transaction before is part of it. */
export async function keepSaving(db: Db, before: number): Promise<void> {
  await db.deleteFrom('saving').where('id', '>', before).execute()
  await sql`
    insert into saving (id, last, at, account_id, who, published_by)
    select id, (select max(id) from revision), at, account_id, who, published_by from revision where id > ${before} order by id limit 1`.execute(
    db,
  )
  await sql`
    insert into saving_part (saving_id, record, action, process_id, count)
    select (select min(id) from revision where id > ${before}), record, action,
      ${processOf(sql`revision.record`, sql`revision.record_id`)} as of, count(*)
    from revision not indexed where id > ${before} group by record, action, of order by min(id)`.execute(db)
}
