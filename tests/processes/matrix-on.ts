import { parse } from 'csv-parse/sync'
import { plain } from '../reading.ts'

/** The positions matrix of a page, as a reader sees it: rows by issue, each cell under its column, a line for each stand. Columns of one name are one here. */
export interface Matrix {
  columns: string[]
  rows: Record<string, Record<string, string[]>>
}

export function matrixOn(text: string): Matrix {
  const table = /<table class="matrix">(.*?)<\/table>/s.exec(text)?.[1] ?? ''
  const [head = '', body = ''] = table.split('</thead>')
  const names = [...(head.split('</tr>')[1] ?? '').matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)]
  const rows = [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(
    ([, row = '']): [string, Record<string, string[]>] => {
      const issue = plain(/<th scope="row">(.*?)<\/th>/s.exec(row)?.[1] ?? '')
      const cells: Record<string, string[]> = {}
      for (const [, column = '', cell = ''] of row.matchAll(/<td data-label="([^"]*)"[^>]*>(.*?)<\/td>/gs))
        cells[column] = [...(cells[column] ?? []), ...linesIn(cell)]
      return [issue, cells]
    },
  )
  return { columns: names.slice(1).map(([, name = '']) => plain(name)), rows: Object.fromEntries(rows) }
}

function linesIn(cell: string): string[] {
  return [...cell.matchAll(/<p class="stand.*?<\/p>/gs)].map(([line]) => plain(line))
}

/** A CSV as objects. */
export function csvRows(text: string): Array<Record<string, string>> {
  return parse(text, { columns: true })
}
