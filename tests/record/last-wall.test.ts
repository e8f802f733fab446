import { describe, expect, test } from 'vitest'
import { allRecords } from '../../src/catalogue/records.ts'
import { emptyFile } from './folders.ts'

/* What the database itself refuses, whichever door the data came through. */
const file = emptyFile()
file.exec(`
  insert into source (id, publisher, kind) values (1, 'Varenia Press', 'news report');
  insert into person (id, name, name_folded) values (1, 'Nora', 'nora');
  insert into audit (at, who, event) values ('2024-07-01T12:00:00Z', 'Nora', 'signed in');
  insert into revision (at, who, action, record, record_id) values ('2024-07-01T12:00:00Z', 'Nora', 'created', 'source', 1);
`)

function claim(record: string, id: number): string {
  return `insert into claim (record, record_id, affirms, source_id) values ('${record}', ${id}, 1, 1)`
}

test('a claim may be made about a record that exists', () => {
  expect(file.prepare(claim('person', 1)).run().changes).toBe(1)
})

test.each([
  ['about a record that does not exist', claim('person', 2)],
  ['about a kind of record that does not exist', claim('rumour', 1)],
  ['about another claim', claim('claim', 1)],
])('a claim is refused %s', (_what, sql) => {
  expect(() => file.exec(sql)).toThrow('claim_needs_record')
})

test.each([
  ['into itself', 1],
  ['into one that does not exist', 2],
])('a record is not merged %s', (_what, into) => {
  const sql = `insert into merger (record, record_id, into_id, reason) values ('person', 1, ${into}, 'twice')`
  expect(() => file.exec(sql)).toThrow('merger_needs_record')
})

test.each(['claim', 'reading', 'merger'])(
  'every kind of record can have a %s, save what is itself evidence',
  (of) => {
    const trigger = file
      .prepare(`select sql from sqlite_master where name = '${of}_needs_record'`)
      .pluck()
      .get() as string
    const claimable = [...trigger.matchAll(/when '(\w+)' then/g)].map(([, name]) => name)
    const expected = allRecords
      .map(({ name }) => name)
      .filter((name) => !['claim', 'relay', 'capture', 'reading', 'merger'].includes(name))
    expect(claimable.sort()).toEqual(expected.sort())
  },
)

describe.each(['audit', 'revision'])('%s is append-only:', (table) => {
  test('a line of it cannot be changed', () => {
    expect(() => file.exec(`update ${table} set who = 'somebody else'`)).toThrow('append-only')
  })

  test('a line of it cannot be removed', () => {
    expect(() => file.exec(`delete from ${table}`)).toThrow('append-only')
  })

  test('a line of it cannot be replaced', () => {
    const at = `insert or replace into ${table} select * from ${table} where id = 1`
    expect(() => file.exec(at)).toThrow('append-only')
  })
})

test('a source that a claim stands on cannot be removed', () => {
  expect(() => file.exec('delete from source where id = 1')).toThrow('FOREIGN KEY')
})

test('the number of a removed record is not given out again', () => {
  file.exec(
    "insert into person (id, name, name_folded) values (7, 'A', 'a'); delete from person where id = 7",
  )
  const { lastInsertRowid } = file.prepare("insert into person (name, name_folded) values ('B', 'b')").run()
  expect(lastInsertRowid).toBe(8)
})
