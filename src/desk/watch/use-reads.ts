import { sql } from 'kysely'
import type { Db } from '../../db/tables.ts'
import { groupBy } from '../../kernel/group.ts'
import { MOST } from './section.ts'

/** Where a record of each kind is used: tables and the columns that point to it. */
const uses: Record<string, Array<[table: string, column: string]>> = {
  person: [
    ['delegate', 'person_id'],
    ['third_party', 'person_id'],
    ['proposal_event', 'person_id'],
    ['office', 'person_id'],
  ],
  venue: [
    ['round', 'venue_id'],
    ['session', 'venue_id'],
  ],
  party: [
    ['delegation', 'party_id'],
    ['third_party', 'party_id'],
    ['proposal', 'proposer_id'],
    ['proposal', 'addressee_id'],
  ],
  source: [['claim', 'source_id']],
  round: [
    ['session', 'round_id'],
    ['delegation', 'round_id'],
    ['outcome', 'round_id'],
    ['proposal_event', 'round_id'],
  ],
}

/** How often these records are used; of each way of use no more than MOST and one are counted. */
export async function usesOf(db: Db, record: string, ids: number[]): Promise<Map<number, number>> {
  const counts = (uses[record] ?? []).map(
    ([table, column]) => sql`(select count(*) from (select 1 from ${sql.table(table)}
      where ${sql.ref(column)} = one.id and withdrawn is null limit ${MOST + 1}))`,
  )
  if (counts.length === 0 || ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; count: number }>`
    select one.id, ${sql.join(counts, sql` + `)} as count from ${sql.table(record)} one
    where one.id in (${sql.join(ids)})`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** The further names of these records, by number. */
export async function furtherNames(db: Db, record: string, ids: number[]): Promise<Map<number, string[]>> {
  if (record !== 'person' && record !== 'party' && record !== 'venue') return new Map()
  const rows = await db
    .selectFrom('name')
    .select([`${record}_id as id`, 'name'])
    .where(`${record}_id`, 'in', ids)
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .execute()
  return new Map(
    [...groupBy(rows, ({ id }) => id ?? 0)].map(([id, some]) => [id, some.map(({ name }) => name)]),
  )
}
