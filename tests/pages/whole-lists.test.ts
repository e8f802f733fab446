import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import type { RecordKind } from '../../src/fields/record.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { partyRecord, personRecord } from '../../src/parties/fields.ts'
import { issueRecord, processRecord } from '../../src/processes/fields.ts'
import { sourceRecord } from '../../src/sources/fields.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { house, type OpenHouse } from '../house.ts'

const lists: Array<[path: string, kind: RecordKind, key: string]> = [
  ['/people', personRecord, 'id'],
  ['/parties', partyRecord, 'id'],
  ['/venues', venueRecord, 'id'],
  ['/sources', sourceRecord, 'id'],
  ['/processes', processRecord, 'slug'],
  ['/issues', issueRecord, 'code'],
]

type Row = Record<string, string>
const rowsOf = (text: string): Row[] => parse(text, { columns: true })

let small: OpenHouse
let starter: OpenHouse
beforeAll(async () => {
  ;[small, starter] = await Promise.all([house(), house(join(ROOT, 'data'))])
  await atomically(small.db, async (db) => {
    const numbers = sql`json_each(${JSON.stringify(Array.from({ length: 250 }, (_, at) => at))})`
    const alike = sql`'Alike ' || value / 150`
    for (const [table, columns, values] of [
      ['source', 'publisher, kind', sql`${alike}, 'other'`],
      ['person', 'name, name_folded', sql`${alike}, 'alike ' || value / 150`],
      ['party', 'name, name_folded, code, kind', sql`${alike}, 'alike ' || value / 150, 'ALI', 'state'`],
      ['venue', 'name, name_folded, kind', sql`${alike}, 'alike ' || value / 150, 'hotel'`],
      ['issue', 'code, title', sql`'alike-' || (1000 - value), ${alike}`],
      [
        'process',
        'slug, title, title_folded, date, date_earliest, date_latest, status',
        sql`'alike-' || value, ${alike}, 'alike ' || value / 150, '2020', 18262, 18627, 'ongoing'`,
      ],
    ] as const) {
      await sql`insert into ${sql.raw(table)} (${sql.raw(columns)}) select ${values} from ${numbers}`.execute(
        db,
      )
      await sql`update ${sql.raw(table)} set withdrawn = 'entered twice' where id % 40 = 7`.execute(db)
    }
  })
})

/** The records that the pages of a list show, in their order, by the key of their address. */
async function shownBy({ visit }: OpenHouse, path: string, query = ''): Promise<string[]> {
  const keys: string[] = []
  for (let page = 1; ; page++) {
    const { text } = await visit.get(`${path}?page=${page}${query}`)
    const rows = [...text.matchAll(new RegExp(`<th scope="row"><a href="${path}/([^"?]+)`, 'g'))]
    if (rows.length === 0) return keys
    keys.push(...rows.map(([, key = '']) => key))
  }
}

/** The number of rows that the page says the download has. */
async function saidBy({ visit }: OpenHouse, path: string): Promise<number> {
  const [, count = ''] = /Download ([\d,]+) [a-z]+<\/summary>/.exec((await visit.get(path)).text) ?? []
  return Number(count.replaceAll(',', ''))
}

describe.each(lists)('the list %s leaves', (path, kind, key) => {
  test('as the rows of all its pages in their order, and says how many', async () => {
    const shown = await shownBy(small, path)
    expect(shown.length).toBeGreaterThan(240)
    expect(rowsOf((await small.visit.get(`${path}.csv`)).text).map((row) => row[key])).toEqual(shown)
    const json = JSON.parse((await small.visit.get(`${path}.json`)).text)
    expect(json.map((row: Row) => String(row[key]))).toEqual(shown)
    expect(await saidBy(small, path)).toBe(shown.length)
  })

  test('with every field of the record, and without what was withdrawn', async () => {
    const rows = rowsOf((await small.visit.get(`${path}.csv`)).text)
    expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(['id', ...Object.keys(kind.fields)]))
    expect(Object.keys(rows[0] ?? {})).not.toContain('withdrawn')
    expect(rows.filter(({ id }) => Number(id) % 40 === 7)).toEqual([])
  })

  test('as it was known on a day', async () => {
    const today = await shownBy(starter, path)
    const then = await shownBy(starter, path, '&known=2024-01-31')
    // Parties and issues are known since ever: nobody is a source for them.
    expect(today.length > then.length).toBe(!['/parties', '/issues'].includes(path))
    const { text } = await starter.visit.get(`${path}.csv?known=2024-01-31`)
    expect(rowsOf(text).map((row) => row[key])).toEqual(then)
    expect(await saidBy(starter, `${path}?known=2024-01-31`)).toBe(then.length)
  })

  test('from any of its pages, and in no flavour or filter that there is not', async () => {
    const status = async (query: string) => (await small.visit.get(`${path}.csv?${query}`)).status
    expect(await Promise.all(['page=2', 'flavour=plain', 'flavour=spreadsheet'].map(status))).toEqual([
      200, 200, 200,
    ])
    const wrong = ['page=0', 'page=x', 'page=1&page=2', 'flavour=dry', 'colour=red', 'known=soon', 'id=1']
    expect(await Promise.all(wrong.map(status))).toEqual(wrong.map(() => 400))
    const { text, headers } = await small.visit.get(`${path}.csv?flavour=spreadsheet`)
    expect(text.split('\r\n').length).toBeGreaterThan(240)
    expect(headers.get('content-disposition')).toContain(`parley-${path.slice(1)}.csv`)
  })
})

const rowOf = async (path: string, key: string, value: string) =>
  rowsOf((await small.visit.get(path)).text).find((row) => row[key] === value)

test('a person is told with the office recorded last, by number, name and dates', async () => {
  expect(await rowOf('/people.csv', 'name', 'Iva Dvorkin')).toMatchObject({
    office: 'Foreign Minister',
    held: '2024-04-20/..',
    held_earliest: '2024-04-20',
    held_latest: '',
    party: 'Republic of Varenia',
    party_id: '1',
  })
})

test('what a record points to is told by number and by name', async () => {
  expect(await rowOf('/sources.csv', 'id', '3')).toMatchObject({
    republishes_id: '1',
    republishes: 'Marrow Gazette',
    claims_disputed: expect.stringMatching(/^\d+$/),
  })
  expect(await rowOf('/issues.csv', 'code', 'fees')).toMatchObject({ parent_id: '1', parent: 'Passage' })
})

test('the counts of the file are those of the page', async () => {
  const { text } = await starter.visit.get('/processes')
  for (const { slug, rounds, fields_disputed } of rowsOf((await starter.visit.get('/processes.csv')).text))
    expect(text).toMatch(
      new RegExp(`/processes/${slug}".*data-label="Rounds">${rounds}<.*Disputed fields">${fields_disputed}<`),
    )
  const { claims } = (await rowOf('/sources.csv', 'id', '1')) ?? {}
  expect((await small.visit.get('/sources/1')).text).toContain(`${claims} claims`)
})

test('a list without rows has no downloads, and its file the names of the columns alone', async () => {
  const empty = await house()
  await atomically(empty.db, (db) => db.updateTable('issue').set({ withdrawn: 'all wrong' }).execute())
  const { text } = await empty.visit.get('/issues')
  expect(text).toContain('Copy link')
  expect(text).not.toContain('/issues.csv')
  expect((await empty.visit.get('/issues.csv')).text).toMatch(/^id,code,title.*\n$/)
  expect(JSON.parse((await empty.visit.get('/issues.json')).text)).toEqual([])
})
