/* Where a made-up record is written: a file of its own, there when it is whole; or a record in which nothing stands yet. */
import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { allRecords } from '../../catalogue/records.ts'
import { atomically } from '../../db/atomically.ts'
import { twoHandles } from '../../db/driver.ts'
import { migrate } from '../../db/migrate.ts'
import { openRecord, openWriter } from '../../db/open.ts'
import type { Db, Tables } from '../../db/tables.ts'
import { Refusal } from '../../kernel/fault.ts'
import { indexThese } from '../../search/index-writes.ts'
import { foundKinds } from '../../search/kinds.ts'
import { fill, type Size } from './fill.ts'

/** @throws where the file holds anything already */
export async function makeRecord(path: string, size: Size): Promise<void> {
  if (existsSync(path)) return fillExisting(path, size)
  mkdirSync(dirname(path), { recursive: true })
  const making = `${path}.making-${process.pid}`
  try {
    // Nothing of it needs to be safe before it is linked into place, so nothing waits for the disk.
    const file = new Database(making)
    for (const pragma of [
      'journal_mode = memory',
      'synchronous = off',
      'locking_mode = exclusive',
      'temp_store = memory',
      'cache_size = -400000',
    ])
      file.pragma(pragma)
    migrate(file)
    await write(file, size)
    linkSync(making, path)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(making + suffix, { force: true })
  }
}

async function fillExisting(path: string, size: Size): Promise<void> {
  // What cannot be used is told and left alone.
  await openRecord(path).destroy()
  const file = openWriter(path)
  try {
    refuseFull(path, file)
    await write(file, size)
  } finally {
    file.close()
  }
}

function refuseFull(path: string, file: Database.Database): void {
  const holding = allRecords.find(({ name }) => file.prepare(`select 1 from "${name}" limit 1`).get())
  if (!holding) return
  const rounds = file.prepare('select count(*) from round').pluck().get()
  const what = rounds === 0 ? `a ${holding.name}` : `${rounds} rounds`
  throw new Refusal(
    409,
    `${path} has ${what} already. Choose another file: what is made up goes into a record of its own.`,
  )
}

/** All of it in one transaction. */
async function write(file: Database.Database, size: Size): Promise<void> {
  // Every row is made after those it points to.
  file.pragma('foreign_keys = off')
  const db: Db = new Kysely<Tables>({ dialect: twoHandles(file, file) })
  await atomically(db, async (db) => {
    fill(file, size)
    // All rounds are to be counted by a program that may be running.
    await db.insertInto('census_change').values({ round_id: null }).execute()
    for (const kind of foundKinds) {
      const ids = file.prepare(`select id from "${kind}" order by id`).pluck().all() as number[]
      await indexThese(db, kind, ids)
    }
  })
  await db.destroy()
}
