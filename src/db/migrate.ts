import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { ROOT } from '../kernel/root.ts'

/** "PRLY": how a Parley record is told from any other SQLite file. */
export const APPLICATION_ID = 0x50524c59

interface Migration {
  version: number
  sql: string
}

/** The migrations beside the program, oldest first; their number is the schema's version. */
export function migrations(folder = join(ROOT, 'migrations')): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    .sort()
    .map((file) => ({ version: Number(file.slice(0, 4)), sql: readFileSync(join(folder, file), 'utf8') }))
}

export function newestVersion(all = migrations()): number {
  return all.at(-1)?.version ?? 0
}

export function versionOf(file: Database.Database): number {
  return file.pragma('user_version', { simple: true }) as number
}

/**
 * Brings the file to the newest schema. Each migration is one immediate transaction that also raises the version,
 * so a kill leaves it before or after, and a second process that waited for the lock finds nothing left to do.
 * @returns the versions that were applied
 */
export function migrate(file: Database.Database, all = migrations()): number[] {
  const applied: number[] = []
  for (const { version, sql } of all) {
    file
      .transaction(() => {
        if (versionOf(file) >= version) return
        file.exec(sql)
        file.pragma(`application_id = ${APPLICATION_ID}`)
        file.pragma(`user_version = ${version}`)
        applied.push(version)
      })
      .immediate()
  }
  return applied
}
