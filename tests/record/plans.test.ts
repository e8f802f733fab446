import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { formOn } from '../desk/form.ts'
import { house, type OpenHouse } from '../house.ts'

/* A page that reads a whole table is fast today and slow in a hundred thousand rounds. */
let open: OpenHouse
let paths: string[]
/** The handle that each query went to: the record as it is, or as it was known. */
const handles = new Map<string, Database.Database>()

beforeAll(async () => {
  open = await house(join(ROOT, 'data'))
  paths = await pages()
  const prepare = Database.prototype.prepare
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    handles.set(sql, this)
    return prepare.call(this, sql)
  } as typeof prepare
  return () => {
    Database.prototype.prepare = prepare
  }
})

interface Step {
  parent: number
  detail: string
}

/** The steps of a query that go through a whole table: without an index, or along one only to sort what they found. */
function scans([sql, file]: [string, Database.Database]): string[] {
  // SQLite reads nothing at all for an empty list, whatever its plan says.
  if (!/^\s*(select|with)/i.test(sql) || sql.includes('in ()')) return []
  const blanks = (sql.match(/\?/g) ?? []).map(() => null)
  const steps = file.prepare(`explain query plan ${sql}`).all(...blanks) as Step[]
  const sorted = new Set(
    steps.filter(({ detail }) => detail === 'USE TEMP B-TREE FOR ORDER BY').map(({ parent }) => parent),
  )
  return steps
    .filter(({ detail }) => /^SCAN |AUTOMATIC/.test(detail) && !detail.includes('VIRTUAL TABLE'))
    .filter(
      ({ parent, detail }) =>
        !detail.includes(' USING ') || detail.includes('AUTOMATIC') || sorted.has(parent),
    )
    .filter(({ detail }) => isTable(detail.split(' ')[1] ?? '', sql, file))
    .map(({ detail }) => `${detail}: ${sql}`)
}

function isTable(name: string, sql: string, file: Database.Database): boolean {
  const tables = file.prepare("select name from sqlite_master where type = 'table'").pluck().all()
  // "one" and "known" are how the views of the past call the tables behind them.
  return [name, realName(name, sql)].some((one) => tables.includes(one) || /^(one|known)$/.test(one))
}

/** The table behind an alias: "from party as debtor". */
function realName(name: string, sql: string): string {
  return new RegExp(`"?(\\w+)"? as "?${name}"?\\b`, 'i').exec(sql)?.[1] ?? name
}

async function anIdOf(table: 'round' | 'person' | 'party' | 'venue' | 'source'): Promise<number> {
  const { id } = await open.past
    .knownOn(20_293)
    .selectFrom(table)
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

async function pages(): Promise<string[]> {
  const { slug } = await open.db.selectFrom('process').select('slug').executeTakeFirstOrThrow()
  const ids = { round: 0, person: 0, party: 0, venue: 0, source: 0 }
  for (const table of Object.keys(ids) as Array<keyof typeof ids>) ids[table] = await anIdOf(table)
  const filters = [
    'q=talks',
    `process=${slug}`,
    'track=1',
    `party=${ids.party}`,
    `person=${ids.person}`,
    `venue=${ids.venue}`,
    'country=TR',
    'format=plenary',
    'status=held',
    `source=${ids.source}`,
    'from=2025&to=2025',
    'sort=date',
    'sort=title',
    'page=2',
  ]
  return [
    '/',
    '/timeline.json?from=2025-01-01&to=2025-12-31',
    ...filters.flatMap((query) => [`/rounds?${query}`, `/rounds.csv?${query}`]),
    `/rounds/${ids.round}`,
    '/processes',
    `/processes/${slug}`,
    '/people',
    `/people/${ids.person}`,
    '/parties',
    `/parties/${ids.party}`,
    '/venues',
    `/venues/${ids.venue}`,
    '/sources',
    `/sources/${ids.source}`,
    '/codebook',
    '/commitments',
    '/commitments?party=1',
    '/commitments?state=done',
    '/commitments?page=2',
    '/commitments.csv?party=1',
    `/commitments?process=${slug}`,
    `/commitments.json?process=${slug}`,
    '/commitments/1001',
    '/commitments/1001.csv',
    `/sources/${ids.source}/claims.csv`,
    '/sources/1001',
    '/sources/3?claims_page=2&round=1001',
    '/sources/3?claim=1',
    '/sources/3/claims.json',
    '/sources/1018/changes/1019',
    '/?lanes=proposals',
    '/timeline.json?from=2025-01-01&to=2025-12-31&lanes=proposals',
    '/proposals',
    '/proposals?party=2',
    '/proposals?issue=ceasefire',
    '/proposals?state=lapsed',
    '/proposals.csv',
    '/proposals/1',
    '/proposals/1006.json',
    `/rounds/${ids.round}/evidence`,
    '/rounds/1001/evidence',
    '/rounds/1001/evidence.csv',
    '/rounds/1001/evidence/duration_minutes',
    '/outcomes/1002/evidence/wording',
    '/outcomes/1002/evidence/wording.json',
    '/people/2/evidence',
    '/disputes',
    `/disputes?process=${slug}`,
    '/disputes?record=round&field=date',
    '/disputes.csv',
    '/issues',
    '/issues/ceasefire',
    '/issues/ceasefire?party=2&process=russia-ukraine-direct-talks&from=2020&to=2025',
    '/issues/ceasefire.csv?party=2',
    '/processes/russia-ukraine-direct-talks/positions.csv',
  ]
}

test.each([
  ['as it is', ''],
  ['as it was known on a day', 'known=2025-07-24'],
])('no page of the record %s reads a whole table', async (_how, known) => {
  handles.clear()
  const statuses: string[] = []
  for (const plain of paths) {
    const path = known === '' ? plain : `${plain}${plain.includes('?') ? '&' : '?'}${known}`
    const { status } = await open.visit.get(path)
    if (status !== 200) statuses.push(`${status} ${path}`)
  }
  expect(statuses.filter((line) => !line.includes('page=2'))).toEqual([])
  expect(handles.size).toBeGreaterThan(30)
  expect([...handles].flatMap(scans)).toEqual([])
})

test('no form of the record reads a whole table, when it is opened, sent or withdrawn', async () => {
  const ana = await open.signedIn()
  handles.clear()
  const edited = ['people/2', 'parties/1', 'venues/5', 'sources/1001', 'tracks/1', 'issues/ceasefire']
  const belonging = [
    'offices/1',
    'names/1',
    'proposals/1006',
    'outcomes/1001',
    'commitments/1001',
    'documents/1001',
  ]
  for (const path of [`processes/russia-ukraine-direct-talks`, ...edited, ...belonging]) {
    const reply = await ana.get(`/${path}/edit`)
    expect([path, reply.status]).toEqual([path, 200])
    const sent = await ana.post(`/${path}/edit`, formOn(reply))
    expect([path, sent.status]).toEqual([path, 303])
    expect((await ana.get(`/${path}/withdraw`)).status).toBe(200)
  }
  const added = { person: 'Rustem Umerov', title: 'Clerk', party: '2' }
  for (const typed of [added, { ...added, person: '2' }])
    expect(
      (await ana.post('/offices/new', { ...formOn(await ana.get('/offices/new')), ...typed })).status,
    ).toBe(303)
  const renamed = formOn(await ana.get('/people/2/edit'))
  expect((await ana.post('/people/2/edit', { ...renamed, name: 'Rustem Umierow' })).status).toBe(303)
  // The latest few, from the end of the table.
  const read = [...handles].filter(([sql]) => !sql.endsWith('order by "id" desc limit ?'))
  expect(read.flatMap(scans)).toEqual([])
})
