import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { parseFolder } from '../../src/exchange/parse.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { bigRecord } from '../big.ts'
import { readers, refused } from '../browser/addresses.ts'
import { houseOver, type OpenHouse } from '../house.ts'
import { code, source } from '../house-rules/files.ts'
import { handles, listen, scans } from './scans.ts'

/*
 * SQLite plans by the schema alone: nothing here ever runs ANALYZE, and without its statistics every table is taken to be
 * as large as any other. So five thousand rounds show the plans of a hundred thousand; they are enough to lead
 * the pages to whatever they ask only where there is much.
 */
const ROUNDS = 5000

/** The processes that the addresses name. */
const theirs = parseFolder(join(ROOT, 'data')).sheets.flatMap(({ kind, rows }) =>
  kind.name === 'process' ? rows.map(({ values }) => String(values.slug)) : [],
)

let open: OpenHouse
let slugs: string[]

beforeAll(async () => {
  open = await houseOver(await bigRecord({ rounds: ROUNDS }))
  const processes = await open.db
    .selectFrom('process')
    .select('slug')
    .orderBy('id')
    .limit(theirs.length)
    .execute()
  slugs = processes.map(({ slug }) => slug)
  return listen()
}, 300_000)

/** The addresses of the starter record, where they have names and numbers of its own, as this record has them. */
function here(path: string): string {
  const renamed = theirs.reduce((text, slug, at) => text.replaceAll(slug, slugs[at] ?? ''), path)
  return renamed.replace('/rounds/11004', `/rounds/${ROUNDS - 1}`)
}

const more = [
  '/rounds.csv',
  '/rounds?evidence=disputed',
  '/rounds?sort=title&page=20',
  '/timeline.json?from=1945-01-01&to=2026-12-31',
  '/proposals.csv',
  '/commitments.csv',
  '/disputes.csv',
  ...['people', 'parties', 'venues', 'sources', 'processes', 'issues'].map((list) => `/${list}.csv`),
]

test('there are no statistics by which SQLite would plan otherwise for another size, and nothing makes them', async () => {
  const file = new Database(await bigRecord({ rounds: ROUNDS }), { readonly: true })
  expect(file.prepare("select name from sqlite_master where name like 'sqlite_stat%'").all()).toEqual([])
  file.close()
  const programs = [...source, 'migrations/0001_record.sql']
  expect(programs.filter((path) => /\banalyze\b|\boptimize\b/i.test(code(path)))).toEqual([])
})

test.each([
  ['as it is', ''],
  ['as it was known on a day', 'known=2026-05-01'],
])(
  'no page of a large record, %s, reads a whole table',
  async (_how, known) => {
    handles.clear()
    const statuses: string[] = []
    for (const plain of [...readers, ...more]) {
      if (known !== '' && plain.includes('known=')) continue
      const path = known === '' ? here(plain) : `${here(plain)}${plain.includes('?') ? '&' : '?'}${known}`
      const { status } = await open.visit.get(path)
      if (status !== (refused[plain] ?? 200)) statuses.push(`${status} ${path}`)
    }
    expect(statuses).toEqual([])
    expect(handles.size).toBeGreaterThan(100)
    expect([...handles].flatMap(scans)).toEqual([])
  },
  300_000,
)
