import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CsvError, parse } from 'csv-parse/sync'
import { allRecords, columnsOf, labelColumn } from '../catalogue/records.ts'
import type { Stored } from '../fields/kind.ts'
import { optional, prose, whole } from '../fields/kinds.ts'
import { readOne } from '../fields/read.ts'
import type { RecordKind } from '../fields/record.ts'
import type { ImportFault } from './fault.ts'

export interface Row {
  line: number
  id: number
  values: Record<string, Stored>
  withdrawn: string | null
}

export interface Sheet {
  kind: RecordKind
  file: string
  rows: Row[]
}

const idKind = whole({ label: 'id', min: 1, max: 2 ** 53 - 1 })
const withdrawnKind = optional(prose({ label: 'withdrawn', max: 500 }))

/** Every file of a folder, read and checked cell by cell. */
export function parseFolder(folder: string): { sheets: Sheet[]; faults: ImportFault[] } {
  const faults: ImportFault[] = strangers(folder)
  const sheets = allRecords.flatMap((kind) => {
    const file = `${kind.name}.csv`
    return existsSync(join(folder, file))
      ? [parseSheet(kind, file, readFileSync(join(folder, file)), faults)]
      : []
  })
  if (sheets.length === 0)
    faults.push({
      file: folder,
      line: 0,
      column: '',
      value: '',
      advice: 'holds no file of the import format, such as round.csv',
    })
  return { sheets, faults }
}

function strangers(folder: string): ImportFault[] {
  const known = new Set(allRecords.map(({ name }) => `${name}.csv`))
  return readdirSync(folder)
    .filter((file) => file.endsWith('.csv') && !known.has(file))
    .map((file) => ({
      file,
      line: 0,
      column: '',
      value: '',
      advice: `is no file of the import format; they are ${[...known].join(', ')}`,
    }))
}

function parseSheet(kind: RecordKind, file: string, bytes: Buffer, faults: ImportFault[]): Sheet {
  const fault = (line: number, column: string, value: string, advice: string) =>
    faults.push({ file, line, column, value, advice })
  const lines = cellsOf(bytes, (line, advice) => fault(line, '', '', advice))
  if (!lines) return { kind, file, rows: [] }
  const header = lines[0]?.cells ?? []
  checkHeader(kind, header, (column, advice) => fault(1, column, '', advice))
  const seen = new Map<number, number>()
  const rows = lines.slice(1).map(({ line, cells }): Row => {
    const cell = (column: string) => cells[header.indexOf(column)] ?? ''
    const one = (column: string, field: Parameters<typeof readOne>[0]): Stored => {
      if (!header.includes(column)) return null
      const got = readOne(field, cell(column))
      if ('value' in got) return got.value
      fault(line, column, cell(column), got.fault)
      return null
    }
    if (cells.length !== header.length)
      fault(line, '', '', `has ${cells.length} cells where the first line names ${header.length} columns`)
    const id = Number(one('id', idKind) ?? 0)
    if (seen.has(id)) fault(line, 'id', String(id), `must be unique; line ${seen.get(id)} has it too`)
    if (id) seen.set(id, line)
    const values = Object.fromEntries(
      Object.entries(kind.fields).map(([name, field]) => [name, one(name, field)]),
    )
    return { line, id, values, withdrawn: one('withdrawn', withdrawnKind) as string | null }
  })
  return { kind, file, rows }
}

interface Line {
  line: number
  cells: string[]
}

/** Null where the bytes are no text, or the text is no CSV. */
function cellsOf(bytes: Buffer, fault: (line: number, advice: string) => void): Line[] | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const records = parse(text, { info: true, relax_column_count: true }) as unknown as Array<{
      record: string[]
      info: { lines: number }
    }>
    let next = 1
    const lines = records.map(({ record: cells, info }): Line => {
      const line = next
      next = info.lines + 1
      return { line, cells }
    })
    return lines.filter(({ cells }) => cells.length > 1 || cells[0] !== '')
  } catch (error) {
    const { lines = 1, message } = error as Partial<CsvError> & { lines?: number; message: string }
    fault(lines, error instanceof TypeError ? 'must be UTF-8 text' : `cannot be read as CSV: ${message}`)
    return null
  }
}

/** Label columns may stand or be left out; every other column must be there once, and no other. */
function checkHeader(
  kind: RecordKind,
  header: string[],
  fault: (column: string, advice: string) => void,
): void {
  const known = columnsOf(kind)
  const labels = Object.keys(kind.fields).flatMap((field) => labelColumn(kind, field)?.column ?? [])
  for (const column of header) {
    if (!known.includes(column))
      fault(column, `is no column of ${kind.name}.csv; they are ${known.join(', ')}`)
    if (header.indexOf(column) !== header.lastIndexOf(column)) fault(column, 'stands twice in the first line')
  }
  for (const column of known) {
    if (!header.includes(column) && !labels.includes(column) && column !== 'withdrawn')
      fault(column, 'is missing from the first line')
  }
}
