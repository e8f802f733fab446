import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { type FoundKind, indexOf, numberOf } from './kinds.ts'

/** How what a record says may be sourced; of evidence there is no more than these. */
export const evidences = ['disputed', 'inference', 'unsourced', 'single', 'agreed'] as const

/** Of these, those that the index knows as sourced otherwise than they are. */
export async function otherwiseSourced(db: Db, kind: FoundKind, ids: number[]): Promise<Set<number>> {
  const otherwise = new Set<number>()
  if (indexOf(kind) !== 'search') return otherwise
  const among = JSON.stringify(ids)
  const band = sql`(${sql.lit(numberOf(kind))} << 53)`
  const whose = kind === 'round' ? sql`round_id` : sql`record = ${sql.lit(kind)} and record_id`
  for (const status of evidences) {
    const { rows } = await sql<{ id: number }>`select value as id from json_each(${among})
      where exists (select 1 from field_status where ${whose} = value and status = ${status}) != exists (
        select 1 from search where search match ${`marks : "evidence${status}"`} and rowid = ${band} | value)`.execute(
      db,
    )
    for (const { id } of rows) otherwise.add(id)
  }
  return otherwise
}
