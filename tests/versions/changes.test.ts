import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../../src/db/tables.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord, createRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import { personRecord } from '../../src/parties/fields.ts'
import { roundRecord, sessionRecord } from '../../src/rounds/fields.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { escaped } from '../../src/versions/atom.ts'
import { house, type OpenHouse } from '../house.ts'
import { wordsOf } from '../reading.ts'
import { somebody } from '../record/folders.ts'
import { send } from '../safety/letter.ts'

const by = (who: string, at = '2024-07-02T09:30:00.000Z') => ({ ...somebody, who, clock: () => new Date(at) })

let parley: OpenHouse
beforeAll(async () => {
  parley = await house()
})

const save = <T>(work: (db: Db) => Promise<T>) => recording(parley.db, work)

async function read(path: string): Promise<string> {
  const { status, text } = await parley.visit.get(path)
  expect(status, path).toBe(200)
  return wordsOf(text)
}

/** The lines of the page, without its filters. */
async function linesOf(path: string): Promise<string> {
  return (await read(path)).replace(/^.* Show /, '')
}

test('an import is one line, however many rows it had', async () => {
  const words = await linesOf('/changes')
  expect(words).toMatch(/^1 July 2024, 12:00 UTC By starter record 15 claims entered/)
  expect(words).toContain('6 rounds entered')
  expect(words).not.toContain('Port Helm')
  expect(await read('/changes/1')).toContain('Round Port Helm, 14 March 2024 entered. Version 1')
})

test('what was saved together stands together, the newest first, and leads to its version', async () => {
  await save(async (db) => {
    await changeRecord(
      db,
      by('Nora'),
      roundRecord,
      1,
      { title: 'Port Helm, in March', result: null },
      'By the minutes',
    )
    await createRecord(db, by('Nora'), sessionRecord, { round_id: 1, position: 7, title: 'A last walk' })
  })
  await save((db) => withdrawRecord(db, by('Ines'), roundRecord, 2, 'It was the same meeting'))
  const words = await linesOf('/changes')
  expect(words).toMatch(
    /^2 July 2024, 09:30 UTC By Ines Round Port Helm, 2–3 April 2024 withdrawn .*It was the same meeting 2 July 2024, 09:30 UTC By Nora Round Port Helm, in March changed: Title, Result .*Session A last walk entered .*By starter record/,
  )
  expect((await parley.visit.get('/changes')).text).toContain('href="/rounds/1/versions/2"')
})

test('the changes are narrowed to who, to a kind of record and to a process', async () => {
  expect(await linesOf('/changes?who=Nora')).not.toMatch(/Ines|starter/)
  expect(await linesOf('/changes?record=session&who=Nora')).toContain('A last walk')
  expect(await linesOf('/changes?record=venue')).not.toMatch(/Nora|Ines/)
  const own = await linesOf('/changes?process=strait-of-marrow')
  expect([own.includes('Nora'), own.includes('Ines'), own.includes('starter')]).toEqual([true, true, true])
  const other = await linesOf('/changes?process=osk-valley&record=round')
  expect([other.includes('Nora'), other.includes('starter')]).toEqual([false, true])
  expect(await read('/changes?process=unheld&who=Nora')).toContain('None matches these filters.')
  expect((await parley.visit.get('/changes?who=&record=&process=')).status).toBe(200)
})

test('what is withdrawn, and what is claimed of a part, is still counted to its process', async () => {
  expect(await linesOf('/changes?process=strait-of-marrow&who=Ines')).toContain('withdrawn')
  const counted = await parley.db
    .selectFrom('saving_part')
    .select(['record', 'process_id', 'count'])
    .where('saving_id', '=', 1)
    .where('record', 'in', ['claim', 'relay', 'delegate', 'venue'])
    .orderBy('record')
    .orderBy('process_id')
    .execute()
  // Four of the claims are on a venue, an office and a party, which belong to no process.
  expect(counted.map(({ record, process_id, count }) => `${count} ${record} of ${process_id}`)).toEqual([
    '4 claim of null',
    '10 claim of 1',
    '1 claim of 2',
    '4 delegate of 1',
    '1 delegate of 2',
    '4 relay of 1',
    '4 venue of null',
  ])
})

test('names and values that are not known are refused in a sentence', async () => {
  for (const [query, status] of [
    ['colour=red', 400],
    ['record=ship', 400],
    ['process=nowhere', 404],
    ['process=A+B', 400],
    ['before=x', 400],
    ['before=0', 400],
    ['who=Nora&who=Ines', 400],
  ] as const)
    for (const path of ['/changes', '/changes.atom'])
      expect((await parley.visit.get(`${path}?${query}`)).status, query).toBe(status)
  for (const path of ['/changes/999999', '/changes/2', '/changes/x'])
    expect((await parley.visit.get(path)).status, path).toBe(404)
})

test('many changes are turned page by page, and each is shown once', async () => {
  for (let turn = 0; turn < 120; turn++)
    await save((db) => createRecord(db, by('Edda'), personRecord, { name: `Person ${turn}` }))
  for (const asked of ['who=Edda', 'who=Edda&record=person']) {
    const first = (await parley.visit.get(`/changes?${asked}`)).text
    const older = /href="([^"]*before=\d+)"[^>]*>Older/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = (await parley.visit.get(older)).text
    const shown = [first, second].flatMap((text) => [...text.matchAll(/Person Person (\d+) entered/g)])
    expect(shown.map(([, turn]) => Number(turn))).toEqual(Array.from({ length: 120 }, (_, at) => 119 - at))
    expect(second).not.toContain('>Older<')
  }
})

test('writes inside one transaction are one save, even where one calls itself another', async () => {
  const before = await countSaves()
  await save(async (db) => {
    await recording(db, (db) => createRecord(db, by('Ines'), venueRecord, { name: 'Inn', kind: 'hotel' }))
    await createRecord(db, by('Ines'), venueRecord, { name: 'Mill', kind: 'other' })
  })
  await save(async () => {})
  expect(await countSaves()).toBe(before + 1)
  expect(await linesOf('/changes?who=Ines')).toMatch(/By Ines Venue Inn entered .*Venue Mill entered/)
})

async function countSaves(): Promise<number> {
  return (await parley.db.selectFrom('saving').select('id').execute()).length
}

test('each page leads to the recent changes, and they to their feed', async () => {
  expect((await parley.visit.get('/rounds')).text).toContain(
    '<a href="/changes" data-today>Recent changes</a>',
  )
  const { text } = await parley.visit.get('/changes?record=round')
  expect(text).toContain(
    '<link rel="alternate" type="application/atom+xml" title="Recent changes" href="/changes.atom?record=round">',
  )
})

test('the feed tells the same, with addresses of this host and marks that stay', async () => {
  await save((db) =>
    changeRecord(db, by('Nora', '2024-07-03T00:00:00.000Z'), roundRecord, 1, {
      title: '<b>Port</b> & "Helm"',
    }),
  )
  const { text, headers } = await parley.visit.get('/changes.atom')
  expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(text).toMatch(
    /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
  )
  expect(text).toContain('<updated>2024-07-03T00:00:00.000Z</updated>')
  expect(text).toContain(
    `<link rel="self" type="application/atom+xml" href="${parley.origin}/changes.atom"/>`,
  )
  expect(text).toContain('Round &lt;b&gt;Port&lt;/b&gt; &amp; &quot;Helm&quot; changed: Title')
  const ids = [...text.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id ?? '')
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))).toEqual([])
  const named = await fetch(`${parley.origin}/changes.atom`, { headers: { 'x-forwarded-proto': 'https' } })
  const there = await named.text()
  expect(there).toContain(parley.origin.replace('http:', 'https:'))
  expect([...there.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id)).toEqual(ids)
})

test('a feed that did not change is not sent again', async () => {
  const { headers } = await parley.visit.get('/changes.atom')
  const etag = headers.get('etag') ?? ''
  const since = headers.get('last-modified') ?? ''
  expect(since).toBe('Wed, 03 Jul 2024 00:00:00 GMT')
  const again = (headers: Record<string, string>) => send(parley.origin, 'GET', '/changes.atom', { headers })
  expect((await again({ 'if-none-match': etag })).status).toBe(304)
  expect((await again({ 'if-modified-since': since })).status).toBe(304)
  await save((db) =>
    createRecord(db, by('Nora', '2024-07-04T00:00:00.000Z'), personRecord, { name: 'Mara Lund' }),
  )
  expect((await again({ 'if-none-match': etag })).status).toBe(200)
  expect((await again({ 'if-modified-since': since })).status).toBe(200)
})

test('what XML does not allow is not in the feed', () => {
  expect(escaped('a\u0000b\u001b\ud800\uffff\u{1f54a}\t\n')).toBe('a\ufffdb\ufffd\ufffd\ufffd\u{1f54a}\t\n')
  expect(escaped(']]><!--&amp;"')).toBe(']]&gt;&lt;!--&amp;amp;&quot;')
})
