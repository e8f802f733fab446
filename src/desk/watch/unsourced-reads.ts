import { sql } from 'kysely'
import type { Db } from '../../db/tables.ts'
import { OPEN } from '../../kernel/edtf.ts'
import { idsOf } from '../../kernel/ids.ts'

/** Rounds that began on this day or later, the newest first. */
export async function roundsSince(db: Db, day: number, most: number): Promise<number[]> {
  return idsOf(await newest(db).where('date_earliest', '>=', day).limit(most).execute())
}

export async function newestRounds(db: Db, most: number): Promise<number[]> {
  return idsOf(await newest(db).where('date_earliest', '>=', -OPEN).limit(most).execute())
}

function newest(db: Db) {
  return db
    .selectFrom('round')
    .select('id')
    .where('withdrawn', 'is', null)
    .orderBy('date_earliest', 'desc')
    .orderBy('id', 'desc')
}

export interface Unsourced {
  round_id: number
  title: string
  date: string
  /** How many fields of the round, and of all that belongs to it, have no source. */
  count: number
  /** The first of them; those of the round itself come first. */
  record: string
  record_id: number
  field: string
}

/** Those of these rounds of which something has no source, the newest first. */
export async function unsourcedOf(db: Db, roundIds: number[]): Promise<Unsourced[]> {
  if (roundIds.length === 0) return []
  const { rows } = await sql<Unsourced>`
    select first.*, round.title, round.date from (
      select round_id, record, record_id, field, count(*) over (partition by round_id) as count,
        row_number() over (partition by round_id order by record <> 'round', record, record_id, field) as nth
      from field_status where round_id in (${sql.join(roundIds)}) and status = 'unsourced') first
    join round on round.id = first.round_id
    where nth = 1 order by round.date_earliest desc, round.id desc`.execute(db)
  return rows
}
