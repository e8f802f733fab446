import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { pointersTo } from '../../src/catalogue/pointers.ts'
import { allRecords } from '../../src/catalogue/records.ts'
import { APPLICATION_ID, migrate, migrations, newestVersion, versionOf } from '../../src/db/migrate.ts'
import { unique } from '../../src/exchange/twins.ts'
import { derived } from '../../src/fields/read.ts'
import { emptyFile } from './folders.ts'

const file = emptyFile()

interface Column {
  name: string
  notnull: 0 | 1
}

interface Reference {
  from: string
  table: string
}

function columns(table: string): Column[] {
  return file.pragma(`table_info(${table})`) as Column[]
}

function references(table: string): Reference[] {
  return file.pragma(`foreign_key_list(${table})`) as Reference[]
}

function definition(table: string): string {
  return file.prepare('select sql from sqlite_master where name = ?').pluck().get(table) as string
}

/** The words between the brackets of "check (column in (…))". */
function allowed(table: string, column: string): string[] | null {
  const list = new RegExp(`\\(${column} in \\(([^)]*)\\)\\)`).exec(definition(table))?.[1]
  return list?.split(', ').map((word) => word.replace(/^'(.*)'$/, '$1')) ?? null
}

test('the migrations make an empty file a record, and do nothing when they run again', () => {
  const empty = new Database(':memory:')
  expect(migrate(empty)).toEqual(migrations().map(({ version }) => version))
  expect(versionOf(empty)).toBe(newestVersion())
  expect(empty.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(empty.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(migrate(empty)).toEqual([])
})

test('a migration that fails half-way leaves nothing of itself', () => {
  const empty = new Database(':memory:')
  const broken = [{ version: 1, sql: 'create table round (id integer); create table round (id integer);' }]
  expect(() => migrate(empty, broken)).toThrow('already exists')
  expect(versionOf(empty)).toBe(0)
  expect(empty.prepare('select count(*) from sqlite_master').pluck().get()).toBe(0)
})

test('every table refuses values of the wrong type', () => {
  const tables = file.pragma('table_list') as Array<{ name: string; type: string; strict: 0 | 1 }>
  const loose = tables.filter(
    ({ name, type, strict }) => type === 'table' && !strict && !/^sqlite_/.test(name),
  )
  expect(loose.map(({ name }) => name)).toEqual([])
})

describe.each(allRecords.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
  const fields = Object.entries(kind.fields)

  test('has a column for every field and no other', () => {
    const blank = Object.fromEntries(fields.map(([field]) => [field, null]))
    const expected = [
      'id',
      ...Object.keys(blank),
      ...Object.keys(derived(kind.fields, blank)),
      'withdrawn',
      'version',
    ]
    expect(
      columns(name)
        .map((column) => column.name)
        .sort(),
    ).toEqual(expected.sort())
  })

  test('insists on what its form insists on', () => {
    const required = fields.filter(([, field]) => field.required).map(([field]) => field)
    const insisting = columns(name).filter((column) => column.notnull && kind.fields[column.name])
    expect(insisting.map((column) => column.name).sort()).toEqual(required.sort())
  })

  test('takes the words its form offers and no other', () => {
    for (const [field, { options, control }] of fields) {
      const offered = options ?? (control === 'tick' ? ['0', '1'] : null)
      expect([field, allowed(name, field)]).toEqual([field, offered])
    }
  })

  test('points only to records that exist', () => {
    const pointing = fields.flatMap(([from, { refers }]) => (refers ? [{ from, table: refers }] : []))
    const held = references(name).map(({ from, table }) => ({ from, table }))
    expect(held).toEqual(expect.arrayContaining(pointing))
    expect(held).toHaveLength(pointing.length)
  })
})

test('whatever is called an id is a reference, save the numbers that others give out', () => {
  const ofOthers = ['ucdp_conflict_id', 'pax_process_id', 'record_id', 'into_id']
  const tables = file.prepare(
    "select name from sqlite_master where type = 'table' and sql not like '%virtual%'",
  )
  const dangling = (tables.pluck().all() as string[]).flatMap((table) => {
    const held = new Set(references(table).map(({ from }) => from))
    return columns(table)
      .filter(({ name }) => name.endsWith('_id') && !ofOthers.includes(name) && !held.has(name))
      .map(({ name }) => `${table}.${name}`)
  })
  expect(dangling).toEqual([])
})

test('every way from a record to those that point to it has an index', () => {
  const leading = (table: string) =>
    (file.pragma(`index_list(${table})`) as Array<{ name: string }>).map(
      ({ name }) => (file.pragma(`index_info(${name})`) as Column[])[0]?.name,
    )
  const missing = allRecords
    .flatMap(({ name }) => pointersTo(name))
    .filter(({ kind, column, about }) => !leading(kind.name).includes(about === null ? column : 'record'))
  expect(missing.map(({ kind, column }) => `${kind.name}.${column}`)).toEqual([])
})

test('what the schema holds unique, the import checks in words', () => {
  const held = allRecords.flatMap(({ name }) => {
    const indexes = file.pragma(`index_list(${name})`) as Array<{ name: string; unique: 0 | 1 }>
    return indexes
      .filter((index) => index.unique)
      .map((index) => [
        name,
        (file.pragma(`index_info(${index.name})`) as Column[]).map((column) => column.name),
      ])
  })
  expect(Object.fromEntries(held)).toEqual(unique)
})
