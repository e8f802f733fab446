import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeRecord } from '../../src/bench/synthetic/made.ts'
import { processOf } from '../../src/catalogue/belonging-reads.ts'
import { allRecords } from '../../src/catalogue/records.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openRecord, openWriter } from '../../src/db/open.ts'
import { parseFolder } from '../../src/exchange/parse.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { newFolder, run } from '../process/program.ts'

const synth = (path: string, ...args: string[]) => run('src/commands/synth.ts', path, { args }).ended
const exported = async (path: string) => {
  const folder = join(newFolder(), 'out')
  expect(await run('src/commands/export.ts', path, { args: [folder] }).ended).toMatchObject({ code: 0 })
  return folder
}
const bytesOf = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ])

/** A thousand rounds by seed 1. */
let path: string
let file: Database.Database
beforeAll(async () => {
  path = join(newFolder(), 'thousand.sqlite')
  await makeRecord(path, { rounds: 1000, claims: 10, seed: 1 })
  file = new Database(path, { readonly: true })
  return () => file.close()
})

const count = (table: string, where = 'true') =>
  file.prepare(`select count(*) from "${table}" where ${where}`).pluck().get() as number

describe('a record that is made up', () => {
  test('has the same bytes for the same seed, and others for another', async () => {
    const made = async (seed: string) => {
      const path = join(newFolder(), 'record.sqlite')
      const { code, out } = await synth(path, '--rounds', '60', '--seed', seed)
      expect([code, out]).toEqual([0, expect.stringContaining('60 rounds made up in')])
      return bytesOf(await exported(path))
    }
    const first = await made('7')
    expect(await made('7')).toEqual(first)
    const other = await made('8')
    const alike = other.filter(([, bytes], at) => bytes === first[at]?.[1]).map(([file]) => file)
    // Issues are always these, and so few rounds have no parties but states; nothing is merged.
    expect(alike).toEqual(['issue.csv', 'merger.csv', 'party.csv'])
  })

  test('leaves nothing to be judged otherwise', async () => {
    expect(await run('src/commands/restate.ts', path, {}).ended).toMatchObject({
      code: 0,
      out: expect.stringMatching(/records judged anew: no difference/),
    })
  })

  test('is whole: every check, every index, every pointer', () => {
    expect(file.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(file.pragma('foreign_key_check')).toEqual([])
    const fresh = new Database(':memory:')
    migrate(fresh)
    const schema = 'select type, name, sql from sqlite_master order by type, name'
    expect(file.prepare(schema).all()).toEqual(fresh.prepare(schema).all())
    fresh.close()
  })

  test('could have been imported: no cell and no row is refused', async () => {
    const folder = await exported(path)
    expect(parseFolder(folder).faults).toEqual([])
    const again = openWriter(join(newFolder(), 'again.sqlite'))
    migrate(again)
    again.close()
    const { code, err } = await run('src/commands/import.ts', again.name, { args: [folder] }).ended
    expect([code, err]).toEqual([0, ''])
    expect(bytesOf(await exported(again.name))).toEqual(bytesOf(folder))
    const other = new Database(again.name, { readonly: true })
    for (const [table, order] of Object.entries(derived)) {
      const rows = (of: Database.Database) => of.prepare(`select ${order}, * from ${table} order by ${order}`)
      expect([table, rows(other).all()]).toEqual([table, rows(file).all()])
    }
    other.close()
  })

  test('has for every row its revision, each in one save, and the saves by process', async () => {
    for (const { name } of allRecords)
      expect([name, count('revision', `record = '${name}'`)]).toEqual([name, count(name)])
    const db = openRecord(path)
    const { rows } = await sql`
      select saving.id as saving_id, record, action, ${processOf(sql`revision.record`, sql`revision.record_id`)} as process_id,
        count(*) as count from saving join revision on revision.id between saving.id and saving.last
      group by 1, 2, 3, 4 order by 1, min(revision.id)`.execute(db)
    const kept = await sql`
      select saving_id, record, action, process_id, count from saving_part order by rowid`.execute(db)
    await db.destroy()
    expect(rows.length).toBeGreaterThan(1000)
    expect(kept.rows).toEqual(rows)
  })
})

/** What is derived of the tables, and the order in which it is compared. */
const derived = {
  field_step: 'record, record_id, field, since',
  first_known: 'record, record_id, field',
  likeness: 'record, record_id, rule, key, told',
  lookalike: 'record, one, other',
  called: 'record, record_id, is_inner, tail',
  search_word: 'term, col',
  search_quote_word: 'term, col',
  spelling: 'rest, word',
}

const starter = new Map(
  parseFolder(join(ROOT, 'data')).sheets.map(({ kind, rows }) => [kind.name, rows.length]),
)

/** Rows of the starter record for each of its rounds, or for each claim. */
function inStarter(kind: string, each: 'round' | 'claim'): number {
  return (starter.get(kind) ?? 0) / (starter.get(each) ?? 0)
}

describe('proportions are those of the starter record:', () => {
  const ofRounds = [
    ...['session', 'delegation', 'delegate', 'third_party', 'proposal', 'proposal_event', 'proposal_issue'],
    ...['position', 'document', 'outcome', 'commitment', 'follow_up'],
  ]
  test.each(ofRounds)('%s to rounds', (kind) => {
    const ratio = count(kind) / count('round') / inStarter(kind, 'round')
    expect(ratio).toBeGreaterThan(0.75)
    expect(ratio).toBeLessThan(1.33)
  })

  test.each(['source', 'relay', 'reading'])('%s to claims', (kind) => {
    const ratio = count(kind) / count('claim') / inStarter(kind, 'claim')
    expect(ratio).toBeGreaterThan(0.67)
    expect(ratio).toBeLessThan(1.5)
  })

  test('about as many claims as were asked for', () => {
    expect(Math.abs(count('claim') / 10_000 - 1)).toBeLessThan(0.05)
  })

  test('most dates are days; some are not certain, a few far away, a few still to come', () => {
    const share = (where: string) => count('round', where) / count('round')
    expect(share("date like '____-__-__'")).toBeGreaterThan(0.5)
    expect(share("date like '[%' or date like '%?%' or date like '%~%' or date like '%/'")).toBeGreaterThan(
      0.04,
    )
    expect(share('date_earliest < -25000')).toBeGreaterThan(0.001)
    expect(share('date_earliest < -25000')).toBeLessThan(0.1)
    expect(share("status = 'scheduled'")).toBeGreaterThan(0.005)
  })

  test('some fields are disputed, some people have names in other scripts, some records look alike', () => {
    const disputed = count('field_step', "status = 'disputed' and until = 1000000000")
    expect(disputed / count('field_step', 'until = 1000000000')).toBeGreaterThan(0.005)
    expect(disputed / count('field_step', 'until = 1000000000')).toBeLessThan(0.1)
    for (const script of ['Cyrillic', 'Greek', 'Arabic', 'Han', 'Georgian']) {
      const names = file.prepare('select name from name').pluck().all() as string[]
      expect([script, names.some((name) => new RegExp(`\\p{Script=${script}}`, 'u').test(name))]).toEqual([
        script,
        true,
      ])
    }
    expect(count('lookalike')).toBeLessThan(count('person') / 5)
    expect(count('venue', 'latitude is not null')).toBeGreaterThan(count('venue') / 3)
  })
})

test('bare rounds stand on their tracks with nothing said of them, in a record that the program opens', async () => {
  const path = join(newFolder(), 'new', 'bare.sqlite')
  const { code, out } = await synth(path, '--rounds', '300', '--bare')
  expect([code, out]).toEqual([0, expect.stringContaining('300 rounds made up in')])
  await openRecord(path).destroy()
  const file = new Database(path, { readonly: true })
  for (const [table, number] of Object.entries({ round: 300, track: 120, process: 60, claim: 0, person: 0 }))
    expect([table, file.prepare(`select count(*) from "${table}"`).pluck().get()]).toEqual([table, number])
  file.close()
})

describe('nothing is made up into a record that holds anything:', () => {
  test('rounds', async () => {
    const before = readFileSync(path)
    const { code, err } = await synth(path, '--rounds', '10')
    expect([code, err]).toEqual([1, expect.stringContaining('has 1000 rounds already')])
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('bare rounds', async () => {
    const before = readFileSync(path)
    const { code, err } = await synth(path, '--rounds', '10', '--bare')
    expect([code, err]).toEqual([1, expect.stringContaining('is there already')])
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a file that is no record', async () => {
    const { code, err } = await synth(path, '--rounds', '10', '--database', 'package.json')
    expect([code, err]).toEqual([1, expect.stringContaining('is not a SQLite database')])
  })

  test('but into one in which nothing stands yet, keeping its accounts', async () => {
    const path = join(newFolder(), 'empty.sqlite')
    const writer = openWriter(path)
    migrate(writer)
    writer.exec(
      "insert into account (name, name_folded, role, created) values ('Ana', 'ana', 'editor', '2026')",
    )
    writer.close()
    expect(await synth(path, '--rounds', '12')).toMatchObject({ code: 0 })
    const file = new Database(path, { readonly: true })
    expect(file.prepare('select count(*) from round').pluck().get()).toBe(12)
    expect(file.prepare('select name from account').pluck().all()).toEqual(['Ana'])
    file.close()
  })

  test.each([
    ['none', []],
    ['zero', ['--rounds', '0']],
    ['words', ['--rounds', 'many']],
    ['a claim less than none', ['--rounds', '5', '--claims', '-1']],
  ])('nor are %s rounds made', async (_what, args) => {
    const { code, err } = await synth(join(newFolder(), 'record.sqlite'), ...args)
    expect([code, err]).toEqual([1, expect.stringMatching(/must be a whole number|--claims/)])
  })
})
