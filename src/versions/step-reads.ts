import { type RawBuilder, sql } from 'kysely'
import { partsOf } from '../catalogue/belonging-reads.ts'
import type { Db } from '../db/tables.ts'
import type { Step } from './rebuild.ts'

/** One step of the history. */
export interface Told extends Step {
  at: string
  who: string
  /** The second reader; null where there was none. */
  published_by: string | null
  record: string
  record_id: number
  /** Counts the steps of the record, this one included. */
  version: number
  /** The save that it was part of; null where none is on record. */
  saving_id: number | null
}

export interface Slice {
  /** Only steps before this one; null from the newest on. */
  before: number | null
  limit: number
}

const first = sql`(select action from revision first where first.record = step.record and first.record_id = step.record_id
  order by first.id limit 1)`

/** These steps, the newest first. What costs a look-up for each is asked of no more than are shown. */
function told(ids: RawBuilder<unknown>): RawBuilder<Told> {
  return sql<Told>`
    select id, at, who, published_by, action, record, record_id, reason, before, after,
      (select count(*) from revision earlier where earlier.record = step.record and earlier.record_id = step.record_id
        and earlier.id <= step.id) + (${first} != 'created') as version,
      (select id from saving where saving.id <= step.id and saving.last >= step.id order by saving.id desc limit 1) as saving_id
    from revision step where id in (${ids}) order by id desc`
}

const until = ({ before }: Slice) => sql`revision.id < ${before ?? Number.MAX_SAFE_INTEGER}`

/** What was done to a record and to all that belongs to it, the newest first. */
export async function stepsAround(db: Db, record: string, id: number, slice: Slice): Promise<Told[]> {
  const { rows } = await sql<Told>`with recursive ${partsOf(record, id)} ${told(sql`
    select revision.id from part cross join revision on revision.record = part.record and revision.record_id = part.id
    where ${until(slice)} order by revision.id desc limit ${slice.limit}`)}`.execute(db)
  return rows
}

/** What was done in one save, the newest first. */
export async function stepsOfSaving(
  db: Db,
  { id, last }: { id: number; last: number },
  slice: Slice,
): Promise<Told[]> {
  const { rows } = await told(
    sql`select id from revision where id between ${id} and ${last} and ${until(slice)} order by id desc limit ${slice.limit}`,
  ).execute(db)
  return rows
}

/** What was done in those of these saves that have no more steps than that. */
export async function stepsOfSmall(db: Db, savingIds: number[], most: number): Promise<Told[]> {
  if (savingIds.length === 0) return []
  const { rows } = await told(
    sql`select revision.id from saving cross join revision on revision.id between saving.id and saving.last
      where saving.id in (${sql.join(savingIds)}) and saving.last - saving.id < ${most}`,
  ).execute(db)
  return rows
}

/** All that was done to one record, the oldest first. */
export function stepsOf(db: Db, record: string, id: number) {
  return db
    .selectFrom('revision')
    .selectAll()
    .where('record', '=', record)
    .where('record_id', '=', id)
    .orderBy('id')
    .execute()
}
