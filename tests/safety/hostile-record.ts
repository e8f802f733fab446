import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { recordNamed } from '../../src/catalogue/records.ts'
import { ROOT } from '../../src/kernel/root.ts'

type Cells = Record<string, string>

/** The record of the tests, with every cell that may hold any text turned into something else. A folder to import. */
export function recordFullOf(hostile: (column: string, at: number) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-hostile-'))
  for (const file of readdirSync(join(ROOT, 'tests/data'))) {
    const rows: Cells[] = parse(readFileSync(join(ROOT, 'tests/data', file)), { columns: true })
    const fields = recordNamed(file.replace('.csv', ''))?.fields ?? {}
    for (const [at, row] of rows.entries())
      for (const [column, { expects, longest = 200 }] of Object.entries(fields))
        if (expects.startsWith('text') && column in row) row[column] = hostile(column, at).slice(0, longest)
    writeFileSync(join(folder, file), stringify(rows, { header: true }))
  }
  return folder
}

/** One cell of the record of the tests, changed. A folder to import. */
export function recordWith(file: string, column: string, value: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-hostile-'))
  for (const name of readdirSync(join(ROOT, 'tests/data'))) {
    const rows: Cells[] = parse(readFileSync(join(ROOT, 'tests/data', name)), { columns: true })
    if (name === file && rows[0]) rows[0][column] = value
    writeFileSync(join(folder, name), stringify(rows, { header: true }))
  }
  return folder
}
