import { beforeAll, expect, test } from 'vitest'
import { allRecords } from '../../src/catalogue/records.ts'
import type { Db } from '../../src/db/tables.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord, createRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import { delegateRecord, roundRecord } from '../../src/rounds/fields.ts'
import { claimRecord } from '../../src/sources/fields.ts'
import { pathOfKind } from '../../src/sources/paths.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { house, type OpenHouse } from '../house.ts'
import { wordsOf } from '../reading.ts'
import { somebody } from '../record/folders.ts'

const nora = { ...somebody, who: 'Nora' }

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

test('every kind of record has its history and its first version', async () => {
  for (const { name } of allRecords) {
    const row = await parley.db
      .selectFrom(name as 'person')
      .select('id')
      .executeTakeFirst()
    if (!row) continue
    const path = `/${pathOfKind(name)}/${row.id}`
    expect(await read(`${path}/history`)).toContain('entered. Version 1 of')
    expect(await read(`${path}/versions/1`)).toContain('Entered by starter record on 1 July 2024, 12:00 UTC')
  }
})

test('who changed what is told word by word, with the reason', async () => {
  await save((db) =>
    changeRecord(
      db,
      nora,
      roundRecord,
      1,
      { summary: 'The envoys meet for a first time at last.' },
      'So the Gazette',
    ),
  )
  const { text } = await parley.visit.get('/rounds/1/history')
  expect(wordsOf(text)).toContain('By Nora Round Port Helm, 14 March 2024 changed. Version 2')
  expect(wordsOf(text)).toContain('So the Gazette Summary The envoys meet for')
  expect(text).toContain('<del><span class="visually-hidden">Removed: </span>the</del>')
  expect(text).toMatch(/<ins><span class="visually-hidden">Added: <\/span>a<\/ins>/)
})

test('records that a value points to are named as they were called then', async () => {
  await save((db) => changeRecord(db, nora, roundRecord, 1, { venue_id: 2 }))
  await save((db) => changeRecord(db, nora, venueRecord, 2, { name: 'Halden Town House' }))
  await save((db) => changeRecord(db, nora, roundRecord, 1, { venue_id: 1 }))
  expect(await read('/rounds/1/versions/3')).toContain('Venue Removed: Çınar Palace Added: Halden town hall')
  expect(await read('/rounds/1/versions/4')).toContain('Venue Removed: Halden Town House Added: Çınar Palace')
  expect(await read('/venues/2/history')).toContain('Venue Halden Town House changed')
})

test('what belongs to a record is part of its history, and what is said of it', async () => {
  const [delegate] = await parley.db
    .selectFrom('delegate')
    .innerJoin('delegation', 'delegation.id', 'delegation_id')
    .where('round_id', '=', 1)
    .select('delegate.id')
    .execute()
  await save((db) => changeRecord(db, nora, delegateRecord, delegate?.id ?? 0, { note: 'Left early.' }))
  const claim = { record: 'round', record_id: 1, field: 'result', affirms: 1, value: 'Nothing', source_id: 1 }
  const id = await save((db) => createRecord(db, nora, claimRecord, claim as never))
  const words = await read('/rounds/1/history')
  expect(words).toMatch(/Delegate .{3,40} changed\. Version 2 .{5,60} Note Added: Left early\./)
  expect(words).toContain(`Claim ${id}, on Port Helm, 14 March 2024: Result entered.`)
  expect(await read('/rounds/2/history')).not.toContain('Left early')
})

test('a version shows all that stood, and how it differs from another', async () => {
  const words = await read('/rounds/1/versions/1?against=4')
  expect(words).toContain('Round 1 as it once stood. It has 4 versions by now.')
  expect(words).toMatch(/From version 1 to version 4 .* Summary The envoys meet for/)
  expect(words).not.toMatch(/From version 1 to version 4 .*Venue .*All fields/)
  expect(words).toContain('Summary The envoys meet for the first time.')
  expect(await read('/rounds/1/versions/1?against=1')).toContain('No field differs.')
})

test('there is no version beyond the last, nor one that is no number', async () => {
  const beyond = await parley.visit.get('/rounds/1/versions/5')
  expect([beyond.status, wordsOf(beyond.text)]).toEqual([
    404,
    expect.stringContaining('There is no version 5 of round 1: it has 4 versions.'),
  ])
  for (const number of ['0', '-1', '1.5', 'x', '99999999999999999999'])
    expect((await parley.visit.get(`/rounds/1/versions/${number}`)).status, number).toBe(404)
  for (const asked of ['against=9', 'against=0', 'against=x', 'against=1&against=2', 'colour=red'])
    expect([400, 404], asked).toContain((await parley.visit.get(`/rounds/1/versions/1?${asked}`)).status)
  for (const path of [
    '/rounds/999/history',
    '/ships/1/history',
    '/rounds/strait/history',
    '/processes/none/history',
  ])
    expect((await parley.visit.get(path)).status, path).toBe(404)
})

test('a record that was there before its history begins has a first version all the same', async () => {
  const { id } = await recordingOnly('Brod')
  expect(await read(`/people/${id}/versions/1`)).toContain('It was there before its history begins.')
  expect(await read(`/people/${id}/history`)).toContain('Nothing has been done to it since it was there.')
})

async function recordingOnly(name: string) {
  return recording(parley.db, (db) =>
    db
      .insertInto('person')
      .values({ name, name_folded: name, note: null, withdrawn: null })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
}

test('what was withdrawn still has its history', async () => {
  await save((db) => withdrawRecord(db, nora, roundRecord, 3, 'It was never held.'))
  expect((await parley.visit.get('/rounds/3')).status).toBe(410)
  expect(await read('/rounds/3/history')).toContain(
    'withdrawn. Version 2 of Round Halden, May 2024 It was never held.',
  )
  expect(await read('/rounds/3/versions/2')).toContain('Withdrawn: It was never held.')
  expect(await read('/rounds/3/versions/1')).not.toContain('Withdrawn:')
})

test('a process and an issue are found by their words too', async () => {
  expect(await read('/processes/strait-of-marrow/history')).toContain('History of Strait of Marrow talks')
  expect(await read('/issues/passage/history')).toContain('Issue Passage entered')
})

test('the texts of others stay unpublished', async () => {
  const capture = await parley.db.selectFrom('capture').selectAll().executeTakeFirstOrThrow()
  const paths = [
    `/captures/${capture.id}/history`,
    `/captures/${capture.id}/versions/1`,
    `/sources/${capture.source_id}/history`,
    `/sources/${capture.source_id}/history.csv`,
    `/sources/${capture.source_id}/history.json`,
  ]
  const told = `${capture.text.length.toLocaleString('en')} characters, kept but not published`
  for (const path of paths) {
    const { text } = await parley.visit.get(path)
    expect(text, path).toContain(told)
    expect(text, path).not.toContain(capture.text.slice(0, 30))
  }
})

test('as of an earlier day the history is left out, and the way to today is shown', async () => {
  for (const path of ['/rounds/1/history', '/rounds/1/versions/1', '/changes', '/changes/1']) {
    const words = await read(`${path}?known=2024-04-01`)
    expect(words).toContain('left out as of an earlier day')
    expect(words).not.toContain('starter record')
  }
  for (const path of ['/rounds/1/history.json', '/changes.atom'])
    expect((await parley.visit.get(`${path}?known=2024-04-01`)).status, path).toBe(400)
  expect((await parley.visit.get('/rounds/1?known=2024-04-20')).text).toContain(
    'href="/rounds/1/history" data-today',
  )
})

test('the history leaves as a table, a row for each field', async () => {
  const { text } = await parley.visit.get('/rounds/1/history.json')
  const rows = JSON.parse(text) as Array<Record<string, unknown>>
  expect(rows).toContainEqual(
    expect.objectContaining({
      who: 'Nora',
      action: 'changed',
      record: 'round',
      record_id: 1,
      version: 2,
      reason: 'So the Gazette',
      field: 'summary',
      before: 'The envoys meet for the first time.',
      after: 'The envoys meet for a first time at last.',
    }),
  )
  const steps = rows.map(({ revision }) => Number(revision))
  expect(steps).toEqual([...steps].sort((one, other) => other - one))
})

test('a long history is turned page by page, with no step left out or shown twice', async () => {
  for (let turn = 0; turn < 130; turn++)
    await save((db) => changeRecord(db, nora, roundRecord, 2, { summary: `Summary number ${turn}.` }))
  const first = (await parley.visit.get('/rounds/2/history')).text
  const older = /href="([^"]*before=\d+)"[^>]*>Older/.exec(first)?.[1] ?? ''
  const second = (await parley.visit.get(older)).text
  const versions = (text: string) =>
    [...text.matchAll(/\/rounds\/2\/versions\/(\d+)"/g)].map(([, number]) => Number(number))
  expect([...versions(first), ...versions(second)]).toEqual(Array.from({ length: 131 }, (_, at) => 131 - at))
})

test('each page of a record leads to its history', async () => {
  const pages: Record<string, string> = {
    '/rounds/1': '/rounds/1',
    '/people/1': '/people/1',
    '/parties/1': '/parties/1',
    '/venues/1': '/venues/1',
    '/sources/1': '/sources/1',
    '/processes/strait-of-marrow': '/processes/1',
    '/proposals/1': '/proposals/1',
    '/commitments/1': '/commitments/1',
    '/issues/passage': '/issues/1',
    '/rounds/1/evidence': '/rounds/1',
  }
  for (const [page, record] of Object.entries(pages))
    expect((await parley.visit.get(page)).text, page).toContain(`href="${record}/history"`)
})
