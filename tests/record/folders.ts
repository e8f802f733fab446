import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrate } from '../../src/db/migrate.ts'
import { openRecord, openWriter } from '../../src/db/open.ts'
import type { Db } from '../../src/db/tables.ts'
import { whenDone } from '../closing.ts'
import { stillClock } from '../house.ts'

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-record-'))
  whenDone(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder of the import format. */
export function folderOf(files: Record<string, string | Buffer>): string {
  const folder = newFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** A record with every table and nothing in them. */
export function emptyRecord(): Db {
  const path = join(newFolder(), 'record.sqlite')
  const writer = openWriter(path)
  migrate(writer)
  writer.close()
  const db = openRecord(path)
  whenDone(() => db.destroy())
  return db
}

/** The same, for questions about the schema itself. */
export function emptyFile(): Database.Database {
  const file = new Database(':memory:')
  file.pragma('foreign_keys = on')
  migrate(file)
  return file
}

export const somebody = { account_id: null, who: 'a test', clock: stillClock }
