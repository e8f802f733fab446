/* What was withdrawn may come back by being entered once more, where no two rows may say the same. */
import { rowsWith } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import { unique } from '../../exchange/twins.ts'
import type { Stored } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'

/** Rows that are nothing but what they join or keep; a process or an issue is somebody's work, and restored by its own form. */
export function isRestorable({ name }: RecordKind): boolean {
  return name === 'proposal_issue' || name === 'capture'
}

/** The number of the withdrawn row that says the same; null where there is none. */
export async function withdrawnTwin(
  db: Db,
  kind: RecordKind,
  values: Record<string, Stored>,
): Promise<number | null> {
  const columns = isRestorable(kind) ? (unique[kind.name] ?? []) : []
  const [first] = columns
  if (first === undefined) return null
  const alike = await rowsWith(db, kind.name, first, [values[first] ?? null])
  const same = alike.find((row) => row.withdrawn !== null && columns.every((one) => row[one] === values[one]))
  return same?.id ?? null
}
