import { rowsWith } from '../catalogue/rows.ts'
import type { Db } from '../db/tables.ts'
import { faultAt, type ImportFault } from './fault.ts'
import type { Row, Sheet } from './parse.ts'

/** What no two rows of a table may share, as the schema has it. */
export const unique: Record<string, readonly [string, ...string[]]> = {
  process: ['slug'],
  issue: ['code'],
  capture: ['source_id'],
  proposal_issue: ['proposal_id', 'issue_id'],
}

/** Rows that share it with an earlier row of the file or with one in the record. */
export async function twins(db: Db, sheet: Sheet): Promise<ImportFault[]> {
  const columns = unique[sheet.kind.name]
  if (!columns) return []
  const keyOf = (values: Row['values']) => JSON.stringify(columns.map((column) => values[column]))
  const [first] = columns
  const alike = await rowsWith(
    db,
    sheet.kind.name,
    first,
    sheet.rows.map(({ values }) => values[first] ?? null),
  )
  const taken = new Map(alike.map((row) => [keyOf(row), `in the record, number ${row.id},`]))
  return sheet.rows.flatMap((row) => {
    const other = taken.get(keyOf(row.values))
    taken.set(keyOf(row.values), `on line ${row.line}`)
    if (!other) return []
    const value = columns.map((column) => row.values[column]).join(', ')
    return [faultAt(sheet, row, columns.join(' and '), value, `must be unique; a row ${other} has it too`)]
  })
}
