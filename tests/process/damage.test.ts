import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { newestVersion } from '../../src/db/migrate.ts'
import { openRecord, Unusable } from '../../src/db/open.ts'
import { openOrCreate } from '../../src/exchange/first-start.ts'
import { wallClock } from '../../src/kernel/clock.ts'
import { startParley } from './program.ts'
import { smallRecord } from './small-record.ts'

const PAGE = 4096

function rewrite(change: (bytes: Buffer) => void) {
  return (path: string) => {
    const bytes = readFileSync(path)
    change(bytes)
    writeFileSync(path, bytes)
  }
}

function onFile(work: (file: Database.Database) => void) {
  return (path: string) => {
    const file = new Database(path)
    file.pragma('journal_mode = delete')
    work(file)
    file.close()
  }
}

const damages: Array<[string, (path: string) => void, RegExp]> = [
  [
    'its header is destroyed',
    rewrite((bytes) => bytes.fill(0xff, 0, 100)),
    /not a SQLite database, or it was damaged.*backup/,
  ],
  ['it is emptied', (path) => truncateSync(path, 0), /not a SQLite database, or it was damaged.*backup/],
  ['it is halved', (path) => truncateSync(path, readFileSync(path).length >> 1), /is damaged.*backup/],
  ['it is cut within a page', (path) => truncateSync(path, 10 * PAGE + 77), /is damaged.*backup/],
  [
    'it is a text',
    (path) => writeFileSync(path, 'Dear reader,\n'.repeat(1000)),
    /not a SQLite database.*backup/,
  ],
  [
    'every third page is scribbled over',
    rewrite((bytes) => {
      for (let at = 2 * PAGE; at < bytes.length; at += 3 * PAGE) bytes.fill(0xa5, at, at + PAGE)
    }),
    /is damaged.*backup/,
  ],
  [
    'a single page is scribbled over',
    rewrite((bytes) => bytes.fill(0xa5, 60 * PAGE, 61 * PAGE)),
    /is damaged.*backup/,
  ],
  [
    "it is somebody else's SQLite file",
    (path) => {
      rmSync(path)
      onFile((file) => file.exec('create table recipe (title text)'))(path)
    },
    /not one of Parley's.*DATABASE_URL/,
  ],
  [
    'it was written by a newer Parley',
    onFile((file) => file.pragma(`user_version = ${newestVersion() + 1}`)),
    /written by a newer Parley/,
  ],
]

/** Looking at a file in WAL mode makes SQLite put an empty log beside it. */
function bytesBeside(path: string): number {
  return existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`).length : 0
}

describe('a database is refused and left as it is where', () => {
  test.each(damages)('%s', async (_what, damage, words) => {
    const path = await smallRecord()
    damage(path)
    const before = readFileSync(path)
    expect(() => openRecord(path)).toThrow(Unusable)
    expect(() => openRecord(path)).toThrow(words)
    expect(() => openRecord(path)).toThrow(path)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(bytesBeside(path)).toBe(0)
  })
})

test('the program says so in one sentence, ends with 1 and makes nothing', async () => {
  const path = await smallRecord()
  truncateSync(path, 0)
  const { code, out, err } = await startParley(path).ended
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/^[^\n]*record\.sqlite is not a SQLite database[^\n]*\n$/)
  expect(readdirSync(dirname(path))).toEqual(['record.sqlite'])
  expect(readFileSync(path)).toHaveLength(0)
})

test('a log without its database is no first start', async () => {
  const path = await smallRecord()
  rmSync(path)
  writeFileSync(`${path}-wal`, 'what was written last')
  await expect(openOrCreate(path, wallClock)).rejects.toThrow(/is missing, but .*-wal is there/)
  expect(existsSync(path)).toBe(false)
  expect(readFileSync(`${path}-wal`, 'utf8')).toBe('what was written last')
})

test('a database that is whole opens', async () => {
  const db = openRecord(await smallRecord())
  expect(await db.selectFrom('round').selectAll().execute()).not.toEqual([])
  await db.destroy()
})
