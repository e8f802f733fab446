import type { Db, Read } from '../db/tables.ts'
import { keyOf, type Look } from './look.ts'
import { amongSubjects } from './value-reads.ts'

/** The editors' reading of each field of these records, the latest where there are several. */
export async function readingsAbout(
  { db, day, known }: Pick<Look, 'db' | 'day' | 'known'>,
  subjects: Map<string, number[]>,
): Promise<Map<string, FieldReading>> {
  if (subjects.size === 0) return new Map()
  const rows = await readingRows(db, subjects)
  return new Map(
    rows.map((row) => {
      const isLater = known !== null && row.decided_earliest > day
      return [keyOf({ ...row, field: row.field ?? '' }), { ...row, isLater }]
    }),
  )
}

/** `isLater`: decided after the day as of which the record is read; its reason may then tell of what nobody knew. */
export type FieldReading = Read<typeof readingRows>[number] & { isLater: boolean }

/**
 * What a field reads. Read as of a day before the editors found no common reading, it has none either: the words in
 * the record sum up what was claimed until they wrote them.
 */
export function readsAs(value: string, reading: FieldReading | null): string {
  return reading?.isLater && reading.rule === 'disputed' ? 'No common reading' : value
}

function readingRows(db: Db, subjects: Map<string, number[]>) {
  return db
    .selectFrom('reading')
    .selectAll()
    .where(amongSubjects('reading', subjects))
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .execute()
}
