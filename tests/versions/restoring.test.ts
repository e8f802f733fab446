import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../../src/db/tables.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord, createRecord, withdrawRecord } from '../../src/history/record-writes.ts'
import { issueRecord } from '../../src/processes/fields.ts'
import { roundRecord } from '../../src/rounds/fields.ts'
import { claimRecord, readingRecord } from '../../src/sources/fields.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { faultAt, send } from '../desk/form.ts'
import { house, type OpenHouse } from '../house.ts'
import { wordsOf } from '../reading.ts'
import { somebody } from '../record/folders.ts'
import { wholeRecord } from '../safety/whole-record.ts'
import type { Visit } from '../visit.ts'

let parley: OpenHouse
let nora: Visit
beforeAll(async () => {
  parley = await house()
  nora = await parley.signedIn('editor', 'Nora')
})

const save = <T>(work: (db: Db) => Promise<T>) => recording(parley.db, work)
const why = { reason: 'It was right before.' }

async function steps(record: string, id: number) {
  return parley.db
    .selectFrom('revision')
    .selectAll()
    .where('record', '=', record)
    .where('record_id', '=', id)
    .orderBy('id')
    .execute()
}

async function refused(path: string): Promise<string> {
  const before = await wholeRecord(parley.db)
  await nora.get(path)
  const { status, text } = await send(nora, path, why)
  expect(status, path).toBe(409)
  expect(await wholeRecord(parley.db)).toEqual(before)
  return wordsOf(text)
}

test('an earlier version is restored as a version of its own', async () => {
  await save((db) => changeRecord(db, somebody, roundRecord, 1, { title: 'Port Haven', ordinal: 9 }))
  expect((await nora.get('/rounds/1/versions/1')).text).toContain('href="/rounds/1/versions/1/restore"')
  expect(wordsOf((await nora.get('/rounds/1/versions/1/restore')).text)).toContain(
    'Restore version 1 of Port Haven',
  )
  const reply = await send(nora, '/rounds/1/versions/1/restore', why)
  expect([reply.status, reply.headers.get('location')]).toEqual([303, '/rounds/1/history'])
  expect((await parley.visit.get('/rounds/1')).text).toContain('Port Helm, 14 March 2024')
  const [, , last, ...more] = await steps('round', 1)
  expect(more).toEqual([])
  expect(last).toMatchObject({
    who: 'Nora',
    action: 'changed',
    reason: 'Version 1 restored: It was right before.',
    after: JSON.stringify({ ordinal: 1, title: 'Port Helm, 14 March 2024' }),
  })
  expect((await parley.visit.get('/rounds?q=helm')).text).toContain('/rounds/1"')
})

test('without a reason nothing is restored', async () => {
  await nora.get('/venues/1/versions/1/restore')
  const reply = await send(nora, '/venues/1/versions/1/restore', { reason: ' ' })
  expect([reply.status, faultAt(reply, 'reason')]).toEqual([422, 'Reason must not be empty'])
})

test('what stands so already is not restored', async () => {
  expect(await refused('/rounds/1/versions/3/restore')).toContain('It stands as it did in version 3')
  expect(await refused('/rounds/1/versions/1/restore')).toContain('there is nothing to restore')
})

test('there is nothing to restore beyond the last version, or of what is no record', async () => {
  for (const path of [
    '/rounds/1/versions/9/restore',
    '/rounds/999/versions/1/restore',
    '/ships/1/versions/1/restore',
  ]) {
    expect((await nora.get(path)).status, path).toBe(404)
    expect((await send(nora, path, why)).status, path).toBe(404)
  }
})

test('a withdrawn round stands again as it was, in lists and searches too', async () => {
  await save((db) => changeRecord(db, somebody, roundRecord, 3, { title: 'Halden, at sea' }))
  await nora.get('/rounds/3/edit')
  await send(nora, '/rounds/3/withdraw', { reason: 'Never held' })
  expect((await parley.visit.get('/rounds?q=halden')).text).not.toContain('/rounds/3"')
  await nora.get('/rounds/3/versions/1/restore')
  expect((await send(nora, '/rounds/3/versions/1/restore', why)).status).toBe(303)
  expect((await parley.visit.get('/rounds/3')).text).toContain('Halden, May 2024')
  expect((await parley.visit.get('/rounds?q=halden')).text).toContain('/rounds/3"')
  expect((await steps('round', 3)).map(({ action }) => action)).toEqual([
    'created',
    'changed',
    'withdrawn',
    'restored',
    'changed',
  ])
})

test('a version that points to what was withdrawn is not restored before that', async () => {
  const id = await save((db) => createRecord(db, somebody, venueRecord, { name: 'Old Inn', kind: 'hotel' }))
  await save((db) => changeRecord(db, somebody, roundRecord, 2, { venue_id: id }))
  await save((db) => changeRecord(db, somebody, roundRecord, 2, { venue_id: 1 }))
  await save((db) => withdrawRecord(db, somebody, venueRecord, id, 'It burned down'))
  expect(await refused('/rounds/2/versions/2/restore')).toContain(
    'It would point to venue Old Inn, which was withdrawn: restore that first.',
  )
})

test('a claim on a withdrawn round does not stand again before the round does', async () => {
  const claim = { record: 'round', record_id: 4, field: 'result', affirms: 1, value: 'None', source_id: 1 }
  const id = await save((db) => createRecord(db, somebody, claimRecord, claim as never))
  await save((db) => withdrawRecord(db, somebody, claimRecord, id, 'A slip'))
  await save((db) => withdrawRecord(db, somebody, roundRecord, 4, 'Never held'))
  expect(await refused(`/claims/${id}/versions/1/restore`)).toContain(
    'which was withdrawn: restore that first.',
  )
})

test('a code that another record took meanwhile is not taken back', async () => {
  await save((db) => changeRecord(db, somebody, issueRecord, 1, { code: 'passages' }))
  await save((db) => changeRecord(db, somebody, issueRecord, 2, { code: 'passage' }))
  expect(await refused('/issues/1/versions/1/restore')).toContain('Another record took that value since')
})

test('a field has one reading, also after a restore', async () => {
  const reading = {
    record: 'round',
    record_id: 1,
    field: 'result',
    rule: 'inference',
    reason: 'By the minutes',
    decided_by: 'Nora',
    decided: '2024-06-01',
  }
  const first = await save((db) => createRecord(db, somebody, readingRecord, reading as never))
  await save((db) => withdrawRecord(db, somebody, readingRecord, first, 'Too soon'))
  await save((db) => createRecord(db, somebody, readingRecord, reading as never))
  expect(await refused(`/readings/${first}/versions/1/restore`)).toContain('another reading by now')
})

test('readers find no way to restore, and are led to sign in', async () => {
  expect((await parley.visit.get('/rounds/1/versions/1')).text).not.toContain('/restore')
  const reply = await parley.visit.get('/rounds/1/versions/1/restore')
  expect([reply.status, reply.headers.get('location')]).toEqual([
    303,
    '/sign-in?next=%2Frounds%2F1%2Fversions%2F1%2Frestore',
  ])
})
