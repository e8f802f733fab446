import type { Row, Sheet } from './parse.ts'

/** What is wrong with one cell, and what would be right. */
export interface ImportFault {
  file: string
  line: number
  column: string
  value: string
  advice: string
}

export function faultAt(sheet: Sheet, row: Row, column: string, value: unknown, advice: string): ImportFault {
  return { file: sheet.file, line: row.line, column, value: String(value ?? ''), advice }
}

/** "round.csv, line 12, column date: "2025-02-30" must be …" */
export function sayFault({ file, line, column, value, advice }: ImportFault): string {
  const place = [file, line > 0 ? `line ${line}` : '', column ? `column ${column}` : '']
    .filter(Boolean)
    .join(', ')
  return `${place}: ${value === '' ? '' : `"${value.slice(0, 80)}" `}${advice}`
}
