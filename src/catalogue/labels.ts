import type { Db } from '../db/tables.ts'
import type { RecordKind } from '../fields/record.ts'
import { labelColumn } from './records.ts'
import { type AnyRow, rowsAmong } from './rows.ts'

/** Beside each number of a record what that is called. One look-up a page and column, however many rows. */
export async function addLabels(db: Db, kind: RecordKind, rows: AnyRow[]): Promise<void> {
  for (const field of Object.keys(kind.fields)) {
    const label = labelColumn(kind, field)
    if (!label) continue
    const ids = rows.flatMap((row) => (row[field] === null ? [] : [Number(row[field])]))
    const named = await rowsAmong(db, label.of.name, [...new Set(ids)])
    for (const row of rows) row[label.column] = named.get(Number(row[field]))?.[label.label] ?? null
  }
}
