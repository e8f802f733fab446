import type { Db } from '../db/tables.ts'

/** What a quote or a text is about. */
export interface Subject {
  /** Of the claim, or of the capture. */
  id: number
  record: string
  record_id: number
  /** Null for the record as a whole; undefined where it is no claim. */
  field?: string | null
}

export function subjectsOfClaims(db: Db, ids: number[]): Promise<Subject[]> {
  return db
    .selectFrom('claim')
    .select(['id', 'record', 'record_id', 'field'])
    .where('id', 'in', ids)
    .execute()
}

export async function sourcesOfCaptures(db: Db, ids: number[]): Promise<Subject[]> {
  const found = await db.selectFrom('capture').select(['id', 'source_id']).where('id', 'in', ids).execute()
  return found.map(({ id, source_id }) => ({ id, record: 'source', record_id: source_id }))
}

export function processesOfTracks(db: Db, ids: number[]) {
  return db
    .selectFrom('track')
    .innerJoin('process', 'process.id', 'track.process_id')
    .select(['track.id', 'process.title', 'process.conflict_name'])
    .where('track.id', 'in', ids)
    .execute()
}
