import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { addLabels } from '../catalogue/labels.ts'
import { allRecords, columnsOf } from '../catalogue/records.ts'
import { pagesOf } from '../catalogue/rows.ts'
import type { Db } from '../db/tables.ts'
import type { RecordKind } from '../fields/record.ts'

/** Writes the whole record as the files that import reads: the same record, the same bytes. */
export async function exportFolder(
  db: Db,
  folder: string,
  progress: (done: string) => void = () => {},
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const kind of allRecords) {
    const file = `${kind.name}.csv`
    await pipeline(linesOf(db, kind), createWriteStream(join(folder, file)))
    progress(file)
  }
}

async function* linesOf(db: Db, kind: RecordKind): AsyncGenerator<string> {
  const columns = columnsOf(kind)
  yield stringify([columns])
  for await (const rows of pagesOf(db, kind)) {
    await addLabels(db, kind, rows)
    yield stringify(rows, { columns })
  }
}
