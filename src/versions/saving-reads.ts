import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { notFound } from '../kernel/fault.ts'
import type { Slice } from './step-reads.ts'

/** One save: the revisions of one transaction, from `id` to `last`. */
export interface Saving {
  id: number
  last: number
  at: string
  who: string
  published_by: string | null
}

export interface Narrowed {
  who: string | null
  record: string | null
  process_id: number | null
}

/** What was saved, the newest first. Each way of narrowing has its index, read in that order. */
export async function savings(db: Db, narrowed: Narrowed, slice: Slice): Promise<Saving[]> {
  const { who, record, process_id } = narrowed
  const by = who === null ? sql`true` : sql`saving.who = ${who}`
  const first = slice.before ?? Number.MAX_SAFE_INTEGER
  const parts = [
    ...(process_id === null ? [] : [sql`part.process_id = ${process_id}`]),
    ...(record === null ? [] : [sql`part.record = ${record}`]),
  ]
  const { rows } = await (parts.length === 0
    ? sql<Saving>`select id, last, at, who, published_by from saving where ${by} and id < ${first} order by id desc limit ${slice.limit}`
    : sql<Saving>`select id, last, at, who, published_by from saving where id in (
        select part.saving_id from saving_part part cross join saving on saving.id = part.saving_id
        where ${sql.join(parts, sql` and `)} and part.saving_id < ${first} and ${by}
        group by part.saving_id order by part.saving_id desc limit ${slice.limit}) order by id desc`
  ).execute(db)
  return rows
}

/** @throws Refusal 404 */
export async function theSaving(db: Db, id: number): Promise<Saving> {
  const saving = await db.selectFrom('saving').selectAll().where('id', '=', id).executeTakeFirst()
  return saving ?? notFound('change', id)
}

/** How many records of each kind these saves did what to, most first. */
export function partsOfSavings(db: Db, ids: number[]) {
  return db
    .selectFrom('saving_part')
    .select((of) => ['saving_id', 'record', 'action', of.fn.sum<number>('count').as('count')])
    .where('saving_id', 'in', ids)
    .groupBy(['saving_id', 'record', 'action'])
    .orderBy('saving_id')
    .orderBy('count', 'desc')
    .orderBy('record')
    .orderBy('action')
    .execute()
}
