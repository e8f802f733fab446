import { faultAt, type ImportFault } from './fault.ts'
import type { Row, Sheet } from './parse.ts'

/** Rows that come, step by step, from themselves: an issue that is part of its own part. */
export function circles(sheet: Sheet): ImportFault[] {
  const byId = new Map(sheet.rows.map((row) => [row.id, row]))
  const own = Object.keys(sheet.kind.fields).filter(
    (column) => sheet.kind.fields[column]?.refers === sheet.kind.name,
  )
  return own.flatMap((column) =>
    sheet.rows
      .filter((row) => leadsBack(row, column, byId))
      .map((row) => faultAt(sheet, row, column, row.values[column], 'must not lead back to the row itself')),
  )
}

function leadsBack(row: Row, column: string, byId: Map<number, Row>): boolean {
  const seen = new Set<Row>()
  let next = byId.get(row.values[column] as number)
  while (next && !seen.has(next)) {
    if (next === row) return true
    seen.add(next)
    next = byId.get(next.values[column] as number)
  }
  return false
}
