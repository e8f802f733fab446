import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house, type OpenHouse } from '../house.ts'
import { handles, listen, scans } from './scans.ts'

/* A page that reads a whole table is fast today and slow in a hundred thousand rounds. */
let open: OpenHouse
let paths: string[]

beforeAll(async () => {
  open = await house(join(ROOT, 'data'))
  paths = await pages()
  return listen()
})

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
