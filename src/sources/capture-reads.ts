import type { Db } from '../db/tables.ts'

/** The text of a source as it was read; null where none was kept. */
export async function captureOf(db: Db, sourceId: number) {
  const [capture = null] = await capturesOf(db, [sourceId])
  return capture
}

export type Capture = Awaited<ReturnType<typeof capturesOf>>[number]

export function capturesOf(db: Db, sourceIds: number[]) {
  return db
    .selectFrom('capture')
    .select(['id', 'source_id', 'captured', 'text', 'text_sha256'])
    .where('source_id', 'in', sourceIds)
    .where('withdrawn', 'is', null)
    .orderBy('source_id')
    .execute()
}

/** Of which of these sources a text was kept: the texts themselves stay where they are. */
export async function keptAmong(db: Db, sourceIds: number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('capture')
    .select('source_id')
    .where('source_id', 'in', sourceIds)
    .where('withdrawn', 'is', null)
    .orderBy('source_id')
    .execute()
  return new Set(rows.map(({ source_id }) => source_id))
}
