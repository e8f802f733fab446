import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import { createRecord } from '../../src/history/record-writes.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { proposalEventRecord } from '../../src/proposals/fields.ts'
import { house, stillClock } from '../house.ts'
import { wordsOf } from '../reading.ts'
import type { Reply } from '../visit.ts'
import { atHalden, formOn, send } from './form.ts'

/* What is not to get past the second reader, and what is not to be lost on the way there. */

const { db, visit, signedIn } = await house()
const ana = await signedIn('analyst', 'Ana')
const eve = await signedIn('editor', 'Eve')
const ada = await signedIn('administrator', 'Ada')
const placeOf = (reply: Reply) => reply.headers.get('location') ?? ''
const waits = /^\/desk\/drafts\/\d+$/

async function trackOf(id: number) {
  return (await db.selectFrom('round').select('track_id').where('id', '=', id).executeTakeFirst())?.track_id
}

async function draftAt(place: string) {
  const id = Number(place.split('/').at(-1))
  return db.selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function unreviewed(...process: string[]) {
  await ada.get('/desk/second-reading')
  expect((await ada.post('/desk/second-reading', { process })).status).toBe(303)
}

test('a round is not moved into a process that does without review to get past it', async () => {
  await unreviewed('2')
  expect(placeOf(await send(ana, '/rounds/3/edit', { track_id: '3' }))).toMatch(waits)
  expect(await trackOf(3)).toBe(1)
})

test('nor is it moved back out of one by a version or a step of its history', async () => {
  await send(eve, '/rounds/3/edit', { track_id: '3' })
  const step = await db.selectFrom('revision').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  for (const form of ['/rounds/3/versions/1/restore', `/revisions/${step.id}/revert`])
    expect([form, placeOf(await send(ana, form, { reason: 'As it was.' }))]).toEqual([
      form,
      expect.stringMatching(waits),
    ])
  expect(await trackOf(3)).toBe(3)
  await unreviewed()
})

test('what was handed in anew is not published by whoever read it before', async () => {
  const form = { ...formOn(await ana.get('/rounds/1/edit')), summary: 'As Eve reads it.' }
  const draft = placeOf(await ana.post('/rounds/1/edit', form))
  const read = formOn(await eve.get(draft))
  const inForm = formOn(await eve.get(`/rounds/1/edit?draft=${draft.split('/').at(-1)}`))
  const again = await ana.post('/rounds/1/edit', { ...form, summary: 'As nobody has read it.' })
  expect(placeOf(again)).toBe(draft)
  expect((await draftAt(draft)).typed).toContain('As nobody has read it.')
  const late = await eve.post(`${draft}/publish`, read)
  expect([late.status, wordsOf(late.text).includes('handed in anew since you read it')]).toEqual([409, true])
  expect((await eve.post('/rounds/1/edit', inForm)).status).toBe(409)
  expect((await eve.post(`${draft}/publish`)).status).toBe(409)
  expect((await visit.get('/rounds/1')).text).not.toContain('As nobody has read it.')
  expect((await eve.post(`${draft}/publish`, formOn(await eve.get(draft)))).status).toBe(303)
  expect((await visit.get('/rounds/1')).text).toContain('As nobody has read it.')
})

test('what is typed on in a form that was handed in comes back, not the older text', async () => {
  const form = { ...formOn(await ana.get('/rounds/new')), ...atHalden }
  await ana.post('/rounds/new', form)
  for (const act of ['keep', 'preview']) {
    const reply = await ana.post('/rounds/new', { ...form, summary: 'Typed on.', _act: act })
    expect([act, reply.status, formOn(reply).summary]).toEqual([act, 409, 'Typed on.'])
    expect(wordsOf(reply.text)).toContain('This was handed in already.')
  }
  const grown = await ana.post('/rounds/new', { ...form, summary: 'Typed on.', _add: 'outcomes' })
  expect([formOn(grown).summary, formOn(grown)['outcomes.0.title']]).toEqual(['Typed on.', ''])
})

test('what was handed in and is published all the same leaves the queue', async () => {
  const form = { ...formOn(await eve.get('/rounds/new')), ...atHalden, title: 'Handed in by Eve' }
  const draft = placeOf(await eve.post('/rounds/new', { ...form, _act: 'submit' }))
  const saved = await eve.post('/rounds/new', { ...form, title: 'Published by Eve' })
  expect(placeOf(saved)).toMatch(/^\/rounds\/\d+$/)
  expect(await draftAt(draft)).toMatchObject({ state: 'published', leads_to: placeOf(saved) })
})

test('a form about something else publishes no draft', async () => {
  const draft = placeOf(await send(ana, '/rounds/2/edit', { summary: 'Of Ana.' }))
  const { _of } = formOn(await eve.get(`/rounds/2/edit?draft=${draft.split('/').at(-1)}`))
  await send(eve, '/rounds/1/edit', { result: 'Of Eve.', _of: String(_of) })
  expect((await draftAt(draft)).state).toBe('submitted')
})

test('what is about a record that was withdrawn can still be read, sent back and dropped', async () => {
  const draft = placeOf(await send(ana, '/rounds/5/edit', { summary: 'Too late.' }))
  await send(eve, '/rounds/5/withdraw', { reason: 'Entered twice.' })
  const page = await eve.get(draft)
  expect([page.status, wordsOf(page.text).includes('Entered twice.')]).toEqual([200, true])
  expect((await eve.post(`${draft}/publish`, formOn(page))).status).toBe(410)
  expect((await eve.post(`${draft}/send-back`, { ...formOn(page), remark: 'It is gone.' })).status).toBe(303)
  expect((await ana.get(draft)).text).toContain('Too late.')
  expect((await ana.post(`${draft}/drop`)).status).toBe(303)
})

test('a draft does not outgrow the desk, and what was typed stays in the form', async () => {
  const bo = await signedIn('analyst', 'Bo')
  const form = { ...formOn(await bo.get('/rounds/new')), ...atHalden, _act: 'keep' }
  expect((await bo.post('/rounds/new', form)).status).toBe(303)
  const [{ id: _, ...row }] = [
    await db.selectFrom('draft').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow(),
  ]
  await atomically(db, async (db) => {
    for (let at = 1; at < 500; at++)
      await db
        .insertInto('draft')
        .values({ ...row, token: `one-of-five-hundred-${at}` })
        .execute()
  })
  const fresh = { ...formOn(await bo.get('/rounds/new')), ...atHalden, title: 'One too many' }
  const refused = await bo.post('/rounds/new', { ...fresh, _act: 'keep' })
  expect([refused.status, formOn(refused).title]).toEqual([409, 'One too many'])
  expect(wordsOf(refused.text)).toContain('You have 500 drafts')
  expect((await bo.post('/rounds/new', { ...form, summary: 'More.' })).status).toBe(303)
})

test('in a record without a process there is a second reader too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-empty-'))
  const [heading = ''] = readFileSync(join(ROOT, 'tests/data/person.csv'), 'utf8').split('\n')
  writeFileSync(join(folder, 'person.csv'), `${heading}\n`)
  const open = await house(folder)
  const cy = await open.signedIn('analyst', 'Cy')
  const sent = await send(cy, '/people/new', { name: 'Somebody' })
  expect(placeOf(sent)).toMatch(waits)
  expect(await open.db.selectFrom('person').selectAll().execute()).toEqual([])
})

test('the next form keeps what was typed into it when the one before is sent once more', async () => {
  const form = { ...formOn(await eve.get('/rounds/1/edit')), _act: 'next' }
  const next = placeOf(await eve.post('/rounds/1/edit', form))
  const typed = { ...formOn(await eve.get(next)), title: 'Typed already', _act: 'keep' }
  await eve.post('/rounds/new', typed)
  expect(placeOf(await eve.post('/rounds/1/edit', form))).toBe(next)
  expect(formOn(await eve.get(next)).title).toBe('Typed already')
})

test('what is shown with a round of another process waits like that round', async () => {
  await unreviewed('2')
  const position = {
    process: 'Osk Valley ceasefire talks',
    party: 'Varenia',
    issue: 'passage',
    stance: 'demands',
  }
  const own = await send(ana, '/positions/new', {
    ...position,
    date: '1998-06',
    round: 'Port Helm, 14 March 2024',
  })
  expect(placeOf(own)).toMatch(waits)
  await unreviewed()
})

test('nor does a row of a form reach a round of another process without waiting', async () => {
  await unreviewed('1')
  const { title } = await db
    .selectFrom('round')
    .select('title')
    .where('track_id', '=', 3)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const plain = await send(ana, '/proposals/1/edit', { wording: 'In other words.' })
  expect(placeOf(plain)).toBe('/proposals/1')
  const event = { 'events.9.verb': 'rejected', 'events.9.date': '1998-06', 'events.9.round': title }
  expect(placeOf(await send(ana, '/proposals/1/edit', event))).toMatch(waits)
  await unreviewed()
})

test('a proposal of another process is not changed through a round that has nothing to wait for', async () => {
  const { id: round_id } = await db
    .selectFrom('round')
    .select('id')
    .where('track_id', '=', 3)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  await recording(db, (db) =>
    createRecord(db, { account_id: null, who: 'the tests', clock: stillClock }, proposalEventRecord, {
      proposal_id: 1,
      round_id,
      verb: 'rejected',
      date: '1998-06',
    }),
  )
  await unreviewed('2')
  const path = `/rounds/${round_id}/edit`
  expect(placeOf(await send(ana, path, { 'proposals.0.title': 'Of the other process' }))).toMatch(waits)
  await unreviewed()
})
