/* What the last rounds of a track had to do with: it is looked for first. */
import { sql } from 'kysely'
import type { Called } from '../../catalogue/called-writes.ts'
import type { Db } from '../../db/tables.ts'

/** Rounds of the track that are looked at. */
const LATELY = 20

/** The latest round first. */
export async function roundsLately(db: Db, track_id: number): Promise<number[]> {
  const rounds = await db
    .selectFrom('round')
    .select('id')
    .where('track_id', '=', track_id)
    .where('withdrawn', 'is', null)
    .orderBy('date_earliest', 'desc')
    .orderBy('id', 'desc')
    .limit(LATELY)
    .execute()
  return rounds.map(({ id }) => id)
}

/** Records of a kind that these rounds name, what the first of the rounds names first. */
export async function namedAt(db: Db, record: Called, rounds: number[]): Promise<number[]> {
  const query = at(record, rounds)
  if (!query || rounds.length === 0) return []
  const { rows } = await query.execute(db)
  const order = new Map(rounds.map((round, nth) => [round, nth]))
  const sorted = rows.sort((a, b) => (order.get(a.round_id) ?? 0) - (order.get(b.round_id) ?? 0))
  return [...new Set(sorted.map(({ id }) => id))]
}

function at(record: Called, rounds: number[]) {
  const among = sql.join(rounds)
  const delegate = sql`delegation join delegate on delegation_id = delegation.id and delegate.withdrawn is null
    where delegation.round_id in (${among}) and delegation.withdrawn is null`
  const third = sql`from third_party where round_id in (${among}) and withdrawn is null`
  const parts: Partial<Record<Called, ReturnType<typeof sql>>> = {
    person: sql`select round_id, person_id as id, delegate.position from ${delegate}
      union all select round_id, person_id, 99 ${third} and person_id is not null`,
    party: sql`select round_id, party_id as id, position from delegation where round_id in (${among}) and withdrawn is null
      union all select round_id, party_id, 99 ${third} and party_id is not null`,
    venue: sql`select id as round_id, venue_id as id, 1 as position from round where id in (${among}) and venue_id is not null`,
    source: sql`select distinct record_id as round_id, source_id as id, 1 as position from claim
      where record = 'round' and record_id in (${among}) and withdrawn is null`,
  }
  const part = parts[record]
  return (
    part &&
    sql<{ round_id: number; id: number }>`select round_id, id from (${part}) order by position, id limit 400`
  )
}

/** Zones of these rounds and of the last ones at a venue, the nearest first. */
export async function zonesOf(db: Db, rounds: number[], venue_id: number | null): Promise<string[]> {
  const atVenue = await db
    .selectFrom('round')
    .select('zone')
    .where('venue_id', '=', venue_id ?? 0)
    .where('withdrawn', 'is', null)
    .orderBy('date_earliest', 'desc')
    .limit(LATELY)
    .execute()
  const lately = await db
    .selectFrom('round')
    .select('zone')
    .where('id', 'in', rounds)
    .orderBy('date_earliest', 'desc')
    .execute()
  return [...new Set([...atVenue, ...lately].flatMap(({ zone }) => zone ?? []))]
}
