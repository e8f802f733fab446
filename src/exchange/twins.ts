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

/** A row that shares it with another: with an earlier one of the sheet, or with one in the record. */
export interface Twin {
  row: Row
  columns: readonly string[]
  other: { line: number } | { id: number; isWithdrawn: boolean }
}

export async function twinsIn(db: Db, sheet: Sheet): Promise<Twin[]> {
  const columns = unique[sheet.kind.name]
  if (!columns) return []
  const keyOf = (values: Row['values']) => JSON.stringify(columns.map((column) => values[column]))
  const [first] = columns
  const wanted = sheet.rows.map(({ values }) => values[first] ?? null)
  const alike = await rowsWith(db, sheet.kind.name, first, wanted)
  const taken = new Map<string, Twin['other']>(
    alike.map((row) => [keyOf(row), { id: row.id, isWithdrawn: row.withdrawn !== null }]),
  )
  return sheet.rows.flatMap((row) => {
    const other = taken.get(keyOf(row.values))
    taken.set(keyOf(row.values), { line: row.line })
    // A row of the record is no twin of itself: a form may send it again.
    return !other || ('id' in other && other.id === row.id) ? [] : [{ row, columns, other }]
  })
}

export async function twins(db: Db, sheet: Sheet): Promise<ImportFault[]> {
  return (await twinsIn(db, sheet)).map(({ row, columns, other }) => {
    const value = columns.map((column) => row.values[column]).join(', ')
    const at = 'id' in other ? `in the record, number ${other.id},` : `on line ${other.line}`
    return faultAt(sheet, row, columns.join(' and '), value, `must be unique; a row ${at} has it too`)
  })
}
