import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { twoHandles } from './driver.ts'
import { APPLICATION_ID, migrate, newestVersion, versionOf } from './migrate.ts'
import type { Db, Tables } from './tables.ts'

/** A database file that must not be touched, said in one sentence. */
export class Unusable extends Error {}

/** Opens a record that exists, after looking at it without changing a byte; then brings it to the newest schema. */
export function openRecord(path: string): Db {
  inspect(path)
  const writer = openWriter(path)
  migrate(writer)
  const reader = new Database(path, { readonly: true, fileMustExist: true, timeout: 50 })
  reader.pragma('cache_size = -32000')
  return new Kysely<Tables>({ dialect: twoHandles(reader, writer) })
}

/**
 * WAL: those who read never wait for who writes. synchronous = FULL: a commit is on disk before it is
 * acknowledged; better-sqlite3's own choice for WAL is NORMAL, which syncs nothing at a commit.
 * A busy timeout near zero: SQLite's own waiting stops the whole process, so the driver asks again instead.
 */
export function openWriter(path: string): Database.Database {
  try {
    const writer = new Database(path, { timeout: 5000 })
    writer.pragma('journal_mode = wal')
    writer.pragma('synchronous = full')
    writer.pragma('foreign_keys = on')
    writer.pragma('busy_timeout = 1')
    return writer
  } catch (error) {
    throw new Unusable(
      `The database ${path} cannot be written: ${(error as Error).message}. Check the folder's permissions.`,
    )
  }
}

function inspect(path: string): void {
  const advice = `Nothing was changed. To restore: move it and its -wal and -shm files away, then copy a backup to ${path}.`
  if (!hasSqliteHeader(path))
    throw new Unusable(`${path} is not a SQLite database, or it was damaged. ${advice}`)
  const file = lookAt(path)
  try {
    if (file.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new Unusable(
        `${path} is a SQLite database, but not one of Parley's. Set DATABASE_URL to another path.`,
      )
    }
    if (versionOf(file) > newestVersion()) {
      throw new Unusable(
        `${path} was written by a newer Parley (schema ${versionOf(file)}, this one knows ${newestVersion()}). Start that newer version.`,
      )
    }
    const faults = file.pragma('quick_check(1)', { simple: true })
    if (faults !== 'ok') throw new Unusable(`${path} is damaged. ${advice}`)
  } catch (error) {
    if (error instanceof Unusable) throw error
    throw new Unusable(`${path} is damaged (${(error as Error).message}). ${advice}`)
  } finally {
    file.close()
  }
}

function lookAt(path: string): Database.Database {
  try {
    return new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  } catch (error) {
    throw new Unusable(`The database ${path} cannot be read: ${(error as Error).message}.`)
  }
}

function hasSqliteHeader(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false
    const head = Buffer.alloc(16)
    const file = openSync(path, 'r')
    try {
      readSync(file, head, 0, 16, 0)
    } finally {
      closeSync(file)
    }
    return head.toString('latin1') === 'SQLite format 3\u0000'
  } catch (error) {
    throw new Unusable(`The database ${path} cannot be read: ${(error as Error).message}.`)
  }
}
