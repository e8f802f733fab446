/* The process that a record belongs to, and with it the rule of review. */
import { recordNamed } from '../../catalogue/records.ts'
import type { Db } from '../../db/tables.ts'
import { settingsOf, subjectKinds } from '../../evidence/setting-reads.ts'
import type { Stored } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'

/** Null for what many processes share. Withdrawn or not, it belongs where what it is part of belongs. */
export async function processAbove(
  db: Db,
  kind: RecordKind,
  values: Record<string, Stored>,
): Promise<number | null> {
  if (kind.name === 'process') return typeof values.id === 'number' ? values.id : null
  for (const [column, field] of Object.entries(kind.fields)) {
    const of = field.required && field.refers !== undefined ? recordNamed(field.refers) : undefined
    const id = values[column]
    if (!of || typeof id !== 'number' || !subjectKinds.includes(of.name)) continue
    if (of.name === 'process') return id
    const [setting] = await settingsOf(db, of.name, [id])
    if (setting?.process_id) return setting.process_id
  }
  return null
}
