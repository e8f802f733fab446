import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { likenedKinds } from './trait-reads.ts'

/** Columns of a part that name the record which is known by it. */
const wholes: Record<string, string> = {
  person_id: 'person',
  venue_id: 'venue',
  party_id: 'party',
  round_id: 'round',
}

interface Part {
  person_id: number | null
  venue_id: number | null
  party_id: number | null
  round_id: number | null
  /** JSON of what it was before. */
  before: string | null
}

/** The newest are few: they are read by number, not along the index of all records of a kind. */
const unindexed = sql<string>`+record`

/** Records that may be known by something else since the revision, by kind: those that changed, and those whose part did. */
export async function likenessTouched(db: Db, revision: number): Promise<Map<string, number[]>> {
  const touched = new Map<string, Set<number>>(likenedKinds.map((record) => [record, new Set()]))
  const changes = await db
    .selectFrom('revision')
    .select(['record', 'record_id'])
    .where('id', '>', revision)
    .where(unindexed, 'in', likenedKinds)
    .execute()
  for (const { record, record_id } of changes) touched.get(record)?.add(record_id)
  // A part may have gone over from one whole to another.
  for (const { before, ...now } of await partsSince(db, revision))
    for (const row of [now, JSON.parse(before ?? '{}')])
      for (const [column, record] of Object.entries(wholes)) {
        const id = row[column as keyof typeof row]
        if (typeof id === 'number') touched.get(record)?.add(id)
      }
  return new Map([...touched].map(([record, ids]) => [record, [...ids]]))
}

/** Names and delegations that changed. */
async function partsSince(db: Db, revision: number): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select person_id, venue_id, party_id, null as round_id, before from revision join name on name.id = record_id
      where revision.id > ${revision} and +record = 'name'
    union all select null, null, null, round_id, before from revision join delegation on delegation.id = record_id
      where revision.id > ${revision} and +record = 'delegation'`.execute(db)
  return rows
}
