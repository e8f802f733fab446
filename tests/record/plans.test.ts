import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord, createRecord } from '../../src/history/record-writes.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { facetNames } from '../../src/rounds/census/facets.ts'
import { roundRecord } from '../../src/rounds/fields.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { formOn, readAndPublish, send } from '../desk/form.ts'
import { house, type OpenHouse } from '../house.ts'
import type { Reply, Visit } from '../visit.ts'
import { somebody } from './folders.ts'
import { handles, listen, scans, steps } from './scans.ts'

/* A page that reads a whole table is fast today and slow in a hundred thousand rounds. */
let open: OpenHouse
let paths: string[]
/** Signed in, so that what is asked about them is seen too. */
let reader: Visit

beforeAll(async () => {
  open = await house(join(ROOT, 'data'))
  paths = await pages()
  reader = await open.signedIn('administrator')
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
    'q=umerov+status:disputed+before:2026',
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
    '/timeline.json?from=2025-07-23&to=2025-07-24',
    '/timeline.json?from=1940&to=2026&lanes=proposals&lanes=commitments',
    '/search?q=talks',
    '/search?q=umerov+after:2025+-country:TR+venue:istanbul+status:disputed+year:2025+issue:ceasefire+source:tass',
    '/search?q=talks&kind=round&page=2',
    '/search?q=istambul+foo:bar+status:none',
    '/search.csv?q=istanbul',
    '/search/suggest?q=ru',
    ...filters.flatMap((query) => [`/rounds?${query}`, `/rounds.csv?${query}`]),
    `/rounds/${ids.round}`,
    ...facetNames.flatMap((name) => [`/rounds/facets/${name}`, `/rounds/facets/${name}.csv`]),
    ...['person', 'mediator', 'issue'].map((name) => `/rounds/facets/${name}?named=a&status=held`),
    '/rounds?mediator=unknown&issue=ceasefire&year=2014&within=certainly',
    '/processes',
    '/processes.csv',
    `/processes/${slug}`,
    '/people',
    '/people.csv',
    `/people/${ids.person}`,
    '/parties',
    '/parties.csv',
    `/parties/${ids.party}`,
    '/venues',
    '/venues.csv',
    `/venues/${ids.venue}`,
    '/sources',
    '/sources.csv',
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
    '/timeline.svg?from=2025&lanes=proposals',
    '/embed?from=2025&lanes=proposals',
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
    '/issues.csv',
    '/issues/ceasefire',
    '/issues/ceasefire?party=2&process=russia-ukraine-direct-talks&from=2020&to=2025',
    '/issues/ceasefire.csv?party=2',
    '/processes/russia-ukraine-direct-talks/positions.csv',
    '/account',
    '/account/views',
    '/accounts',
    '/accounts/audit',
    '/accounts/audit?who=administrator&event=signed+in&before=9',
    '/accounts/audit.csv?who=administrator',
    '/accounts/audit.csv?event=signed+in',
    '/changes',
    '/changes?before=100',
    '/changes?who=starter+record',
    '/changes?record=round',
    `/changes?process=${slug}`,
    `/changes?process=${slug}&record=round&who=starter+record`,
    '/changes/1',
    '/changes/1?before=2000',
    '/rounds/1001/history',
    '/rounds/1001/history?before=2000',
    '/rounds/1001/versions/1?against=1',
    '/people/2/history',
    '/sources/1001/history',
    '/processes/russia-ukraine-direct-talks/history',
    '/map',
    `/map?process=${slug}&from=2020`,
    '/map.geojson?party=2',
    '/charts',
    `/people/${ids.person}/met`,
    '/parties/2/met?as=third+party',
    '/parties/2/met/parties/1',
    '/people/2/met.csv',
    `/compare?process=${slug}&process=oslo-channel`,
    `/charts?process=${slug}&from=1950`,
    '/charts/gaps/30-to-89-days',
    '/charts/heads/party-2.csv',
    '/charts/answers/no-answer',
    '/charts/answers/no-answer.csv',
    '/charts/commitments/done',
    '/charts/commitments/done.json',
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
    const { status } = await reader.get(path)
    if (status !== 200) statuses.push(`${status} ${path}`)
  }
  expect(statuses.filter((line) => !line.includes('page=2'))).toEqual([])
  expect(handles.size).toBeGreaterThan(30)
  expect([...handles].flatMap(scans)).toEqual([])
})

test.each([
  ['today', '/sources'],
  ['on a day', '/sources.csv?known=2025-07-24'],
])(
  'how much of a source is disputed %s is read from its claims, not from all that is disputed',
  async (_when, path) => {
    handles.clear()
    expect((await reader.get(path)).status).toBe(200)
    const counting = [...handles].filter(([sql]) => sql.includes('disputed') && sql.includes('said'))
    const read = counting.flatMap(steps).map(({ detail }) => detail)
    expect(read.filter((detail) => detail.includes('record=? AND record_id=? AND field=?'))).not.toEqual([])
    expect(read.filter((detail) => detail.includes('field_step_by_status'))).toEqual([])
  },
)

test('how many stand of a kind is read off its index alone', async () => {
  handles.clear()
  const lists = ['/people', '/parties', '/venues', '/sources', '/processes']
  for (const path of lists) expect((await open.visit.get(path)).status).toBe(200)
  const counts = [...handles].filter(([sql]) => /count\(\*\).*\) as "some"$/.test(sql))
  const read = counts.flatMap(steps).filter(({ detail }) => / USING /.test(detail))
  expect(read).toHaveLength(lists.length)
  for (const { detail } of read) expect(detail).toContain('USING COVERING INDEX')
})

test('no page of the desk reads a whole table, nor does finding what looks like what', async () => {
  const editor = await open.signedIn('editor', 'Edda')
  await recording(open.db, async (db) => {
    for (const name of ['Çınar Palace', 'Cinar Palace'])
      await createRecord(db, somebody, venueRecord, {
        name,
        kind: 'palace',
        latitude: 41.04,
        longitude: 29.01,
      })
    for (const title of ['One', 'Another'])
      await createRecord(db, somebody, roundRecord, {
        track_id: 1,
        title,
        date: '2024-06-30',
        status: 'held',
      })
  })
  const pairs = await open.db.selectFrom('lookalike').selectAll().execute()
  expect(pairs.map(({ record }) => record).sort()).toEqual(['round', 'venue'])
  const { one, other } = pairs.find(({ record }) => record === 'venue') ?? {}
  const paths = [
    '/desk',
    '/desk/disputes?page=2',
    '/desk/unanswered',
    '/desk/overdue',
    '/desk/unsourced',
    '/desk/imports',
    '/desk/duplicates',
    '/desk/duplicates?record=venue',
    `/desk/duplicates/venue/${one}/${other}`,
  ]
  handles.clear()
  for (const path of paths) expect([path, (await editor.get(path)).status]).toEqual([path, 200])
  const { status } = await editor.post(`/desk/duplicates/venue/${one}/${other}`, { why: 'Two houses.' })
  expect(status).toBe(303)
  const read = [...handles]
  expect(read.length).toBeGreaterThan(30)
  handles.clear()
  await recording(open.db, (db) => changeRecord(db, somebody, venueRecord, one ?? 0, { note: 'Rebuilt.' }))
  const likening = [...handles].filter(([sql]) => sql.includes('likeness'))
  expect(likening.length).toBeGreaterThan(2)
  expect([...read, ...likening].flatMap(scans)).toEqual([])
  // Of many that share a key only the few between two numbers are read.
  const bounded = likening.filter(([sql]) => sql.includes('likeness near')).flatMap(steps)
  const near = bounded.filter(({ detail }) => detail.includes(' near '))
  expect(near).toHaveLength(2)
  for (const { detail } of near)
    expect(detail).toContain('(record=? AND rule=? AND key=? AND record_id>? AND record_id<?)')
})

test('no draft is kept, handed in, read or published, and no text pasted, by reading a whole table', async () => {
  const [ana, eve] = [
    await open.signedIn('analyst', 'Analyst of drafts'),
    await open.signedIn('editor', 'Reader of drafts'),
  ]
  const place = (reply: Reply) => reply.headers.get('location') ?? ''
  handles.clear()
  const kept = place(await send(ana, '/rounds/1001/edit', { summary: 'Kept.', _act: 'keep' }))
  const draft = place(await ana.post('/rounds/1001/edit', formOn(await ana.get(kept))))
  const text = { article: 'Envoys met.', publisher: 'A paper', kind: 'news report' }
  const intake = place(await send(ana, '/desk/intake', text))
  for (const path of ['/desk/drafts', '/desk/review', '/desk/intake', intake, draft, `${kept}`])
    expect([path, (await ana.get(path)).status]).toEqual([path, 200])
  expect((await eve.get('/desk/review')).status).toBe(200)
  expect((await readAndPublish(eve, draft)).status).toBe(303)
  expect(handles.size).toBeGreaterThan(50)
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

/** Going along the whole of an index takes as long as going through the table. */
function alongAll([sql, file]: [string, Database.Database]): string[] {
  if (!/^\s*(select|with|insert)/i.test(sql) || /\blimit\b/.test(sql) || sql.includes('in ()')) return []
  const grown = /^SCAN (revision|claim|field_step|first_known|called|likeness|lookalike|round|source)\b/
  return steps([sql, file]).flatMap(({ detail }) => (grown.test(detail) ? [`${detail}: ${sql}`] : []))
}

test('what saving a round bears on is found without going along all revisions, claims or statuses', async () => {
  const eve = await open.signedIn('editor', 'Nils')
  const form = formOn(await eve.get('/rounds/new'))
  handles.clear()
  const saved = await eve.post('/rounds/new', {
    ...form,
    ...{ track_id: '1', title: 'Halden, 6 June 2024', date: '2024-06-06', venue: 'A house by the sea' },
    ...{ 'delegations.0.party': 'Ukraine', 'delegations.0.people.0.person': 'Somebody New' },
    ...{ 'source.publisher': 'Halden Post', 'source.kind': 'news report', status: 'held' },
  })
  expect(saved.status).toBe(303)
  expect(handles.size).toBeGreaterThan(60)
  expect([...handles].flatMap(alongAll)).toEqual([])
})

test('what a merging asks, and the way from an old address, read no whole table', async () => {
  const eve = await open.signedIn('editor', 'Eve')
  const kinds = ['people', 'parties', 'venues', 'sources', 'rounds']
  const pairs = [
    [1, 2],
    [1, 2],
    [1, 2],
    [1, 2],
    [2001, 2002],
  ]
  for (const [at, kind] of kinds.entries()) {
    const [into, from] = pairs[at] ?? []
    const path = `/${kind}/${from}/merge?into=${into}`
    handles.clear()
    expect([path, (await eve.get(path)).status]).toEqual([path, 200])
    const asked = new Map(handles)
    expect((await send(eve, path, { reason: 'They are one.' })).status).toBe(303)
    handles.clear()
    expect([path, (await open.visit.get(`/${kind}/${from}`)).status]).toEqual([path, 301])
    expect([...asked, ...handles].flatMap(scans)).toEqual([])
  }
})
