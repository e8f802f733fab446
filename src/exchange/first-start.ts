import { existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { migrate } from '../db/migrate.ts'
import { openRecord, openWriter, Unusable } from '../db/open.ts'
import type { Db } from '../db/tables.ts'
import type { Clock } from '../kernel/clock.ts'
import { ROOT } from '../kernel/root.ts'
import { sayFault } from './fault.ts'
import { importFolder } from './import.ts'

export interface Opened {
  db: Db
  /** True where the starter record was loaded just now. */
  fresh: boolean
}

/**
 * Opens the record, or makes it from the starter record where there is none. It is made under another name and
 * linked into place when it is whole: a kill leaves either no database or a complete one, and of two
 * programs that start at once the second finds the first one's.
 */
export async function openOrCreate(
  path: string,
  clock: Clock,
  starter = join(ROOT, 'data'),
): Promise<Opened> {
  if (existsSync(path)) return openExisting(path)
  refuseOrphanedLog(path)
  try {
    mkdirSync(dirname(path), { recursive: true })
    clearAbandoned(path)
    return await makeAndLink(path, clock, starter)
  } catch (error) {
    if (error instanceof Unusable || !(error as NodeJS.ErrnoException).code) throw error
    throw new Unusable(
      `The folder ${dirname(path)} cannot be written: ${(error as Error).message}. Check its permissions, or set DATABASE_URL.`,
    )
  }
}

/** A kill between linking and tidying up leaves a second name for the record; it goes once the record is seen to be whole. */
function openExisting(path: string): Opened {
  const db = openRecord(path)
  clearAbandoned(path)
  return { db, fresh: false }
}

async function makeAndLink(path: string, clock: Clock, starter: string): Promise<Opened> {
  const making = `${path}.making-${process.pid}`
  try {
    await make(making, clock, starter)
    const fresh = linkIntoPlace(making, path)
    return { db: openRecord(path), fresh }
  } finally {
    removeDatabase(making)
  }
}

/** A log without its database means that the database went missing, not that this is a first start. */
function refuseOrphanedLog(path: string): void {
  if (existsSync(`${path}-wal`)) {
    throw new Unusable(
      `${path} is missing, but ${path}-wal is there: the database was removed or renamed. Put it back, or a backup of it.`,
    )
  }
}

async function make(making: string, clock: Clock, starter: string): Promise<void> {
  const writer = openWriter(making)
  migrate(writer)
  writer.close()
  const db = openRecord(making)
  try {
    const result = await importFolder(db, { account_id: null, who: 'starter record', clock }, starter)
    if (!result.ok)
      throw new Unusable(
        `The starter record in ${starter} cannot be loaded. ${result.faults.slice(0, 5).map(sayFault).join('; ')}`,
      )
  } finally {
    await db.destroy()
  }
}

/** False where another process was first; its record is used then. */
function linkIntoPlace(making: string, path: string): boolean {
  try {
    linkSync(making, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** What a process that no longer runs left half made. */
function clearAbandoned(path: string): void {
  const mark = `${basename(path)}.making-`
  for (const file of readdirSync(dirname(path))) {
    const pid = Number(file.startsWith(mark) ? file.slice(mark.length).split('-')[0] : Number.NaN)
    if (pid > 0 && !isRunning(pid)) rmSync(join(dirname(path), file), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}
