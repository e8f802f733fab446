import { insertRows } from '../catalogue/rows.ts'
import type { Db } from '../db/tables.ts'
import { recording } from '../evidence/status-writes.ts'
import { derived } from '../fields/read.ts'
import { rememberAll } from '../history/writes.ts'
import type { Author } from '../kernel/author.ts'
import { checkTogether } from './check.ts'
import type { ImportFault } from './fault.ts'
import { parseFolder, type Sheet } from './parse.ts'
import { keepRun } from './run-writes.ts'

export type ImportResult = { ok: true; counts: Record<string, number> } | { ok: false; faults: ImportFault[] }

/** Reads a folder of CSV files into the record: all of it, or, where anything is wrong, nothing. */
export async function importFolder(
  db: Db,
  by: Author,
  folder: string,
  progress: (done: string) => void = () => {},
): Promise<ImportResult> {
  const started = by.clock().toISOString()
  const { sheets, faults: inCells } = parseFolder(folder)
  return recording(db, async (db) => {
    const faults = inCells.some(isOfFile)
      ? inCells
      : inCells.concat(onOtherLines(inCells, await checkTogether(db, sheets)))
    if (faults.length > 0) return { ok: false, faults }
    for (const sheet of sheets) {
      await store(db, by, sheet)
      progress(`${sheet.file}: ${sheet.rows.length} rows`)
    }
    const counts = Object.fromEntries(sheets.map(({ kind, rows }) => [kind.name, rows.length]))
    await keepRun(db, by, { started, files: sheets.map(({ file }) => file), counts })
    return { ok: true, counts }
  })
}

/** Where a file is not as it should be, its rows, and those that point to them, cannot be judged. */
function isOfFile({ line, column }: ImportFault): boolean {
  return line <= 1 || column === ''
}

/** A line with a cell that could not be read is not judged as a whole. */
function onOtherLines(inCells: ImportFault[], faults: ImportFault[]): ImportFault[] {
  const unread = new Set(inCells.map(({ file, line }) => `${file} ${line}`))
  return faults.filter(({ file, line }) => !unread.has(`${file} ${line}`))
}

async function store(db: Db, by: Author, { kind, rows }: Sheet): Promise<void> {
  const sorted = kind.fields.parent_id || kind.fields.version_of_id ? parentsFirst(rows) : rows
  await insertRows(
    db,
    kind.name,
    sorted.map(({ id, values, withdrawn }) => ({
      id,
      ...values,
      ...derived(kind.fields, values),
      withdrawn,
    })),
  )
  await rememberAll(
    db,
    by,
    rows.flatMap(({ id, values, withdrawn }) => {
      const row = { record: kind.name, record_id: id }
      const entered = { action: 'created', after: values, ...row } as const
      return withdrawn === null ? [entered] : [entered, { action: 'withdrawn', reason: withdrawn, ...row }]
    }),
  )
}

/** Rows that point into their own table come after those they point to; the ids of a sheet need no order. */
function parentsFirst(rows: Sheet['rows']): Sheet['rows'] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const placed = new Set<Sheet['rows'][number]>()
  const place = (row: Sheet['rows'][number], below = new Set<number>()) => {
    if (placed.has(row) || below.has(row.id)) return
    for (const column of ['parent_id', 'version_of_id', 'republishes_id']) {
      const parent = byId.get(row.values[column] as number)
      if (parent) place(parent, new Set(below).add(row.id))
    }
    placed.add(row)
  }
  for (const row of rows) place(row)
  return [...placed]
}
