/* Withdrawing a record, and with it the rows that belong to it. */
import { rowsWith } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../fields/record.ts'
import { withdrawRecord } from '../../history/record-writes.ts'
import type { Author } from '../../kernel/author.ts'
import type { Look } from './outline.ts'

/** A record that leaves, by its kind and number. */
export interface Going {
  kind: RecordKind
  id: number
}

export async function withdrawWithRows(
  db: Db,
  by: Author,
  look: Look,
  id: number,
  reason: string,
): Promise<void> {
  for (const { kind, id: row } of await goingWith(db, look, [id]))
    await withdrawRecord(db, by, kind, row, reason)
}

/** The records and all that goes with them, the innermost first. */
export async function goingWith(
  db: Db,
  look: Look,
  ids: number[],
  reason: string | null = null,
): Promise<Going[]> {
  if (ids.length === 0) return []
  const inner: Going[] = []
  for (const rows of look.rows ?? []) {
    const found = await rowsWith(db, rows.kind.name, rows.by, ids)
    const same = found.filter(({ withdrawn }) => withdrawn === reason)
    inner.push(
      ...(await goingWith(
        db,
        rows,
        same.map(({ id }) => id),
        reason,
      )),
    )
  }
  return [...inner, ...ids.map((id) => ({ kind: look.kind, id }))]
}
