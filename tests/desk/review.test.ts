import { expect, test } from 'vitest'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'
import type { Reply } from '../visit.ts'
import { atHalden, formOn, readAndPublish, send } from './form.ts'

const { db, visit, signedIn } = await house()
const ana = await signedIn('analyst', 'Ana')
const ben = await signedIn('analyst', 'Ben')
const eve = await signedIn('editor', 'Eve')
const placeOf = (reply: Reply) => reply.headers.get('location') ?? ''

async function rounds(title: string) {
  return db.selectFrom('round').select('id').where('title', '=', title).execute()
}

test('what an analyst writes waits for a second reader, and no reader sees any of it', async () => {
  const sent = await send(ana, '/rounds/new', {
    ...atHalden,
    title: 'Zinnober at Halden',
    venue: 'Zinnober House',
  })
  expect([sent.status, placeOf(sent)]).toEqual([303, '/desk/drafts/1'])
  expect(wordsOf((await ana.get('/desk/drafts/1')).text)).toMatch(
    /Waiting for a second reader ?, written by Ana/,
  )
  const everywhere = [
    '/',
    '/rounds',
    '/rounds?q=zinnober',
    '/rounds.csv',
    '/rounds.json',
    '/venues',
    '/disputes',
    '/sources',
    '/codebook',
    '/processes',
  ]
  for (const path of everywhere) {
    const { status, text } = await visit.get(path)
    expect([path, status, /zinnober (at|house)/i.test(text)]).toEqual([path, 200, false])
  }
  for (const table of ['round', 'venue', 'revision', 'claim', 'field_step'] as const)
    expect([
      table,
      JSON.stringify(await db.selectFrom(table).selectAll().execute()).includes('Zinnober'),
    ]).toEqual([table, false])
})

test('what cannot be published is refused before it is handed in', async () => {
  const reply = await send(ana, '/rounds/new', { ...atHalden, date: 'someday' })
  expect(reply.status).toBe(422)
})

test('another analyst neither reads nor publishes it, and its author does not publish it', async () => {
  expect((await ben.get('/desk/drafts/1')).status).toBe(404)
  await ben.get('/rounds/new')
  expect((await ben.post('/desk/drafts/1/publish')).status).toBe(403)
  await ana.get('/desk/drafts/1')
  expect((await ana.post('/desk/drafts/1/publish')).status).toBe(403)
  expect(await rounds('Zinnober at Halden')).toEqual([])
})

test('it is sent back with a remark, written on, handed in again and published under both names', async () => {
  const page = await eve.get('/desk/drafts/1')
  expect(wordsOf(page.text)).toContain('Venue Zinnober House')
  expect((await eve.post('/desk/drafts/1/send-back', { ...formOn(page), remark: ' ' })).status).toBe(422)
  expect(
    (await eve.post('/desk/drafts/1/send-back', { ...formOn(page), remark: 'Which house?' })).status,
  ).toBe(303)
  expect((await eve.post('/desk/drafts/1/publish', formOn(page))).status).toBe(409)
  expect(wordsOf((await ana.get('/desk/drafts/1')).text)).toContain(
    'Sent back by Eve, 1 July 2024, 12:00 UTC Which house?',
  )
  const again = await ana.get('/rounds/new?draft=1')
  const sent = await ana.post('/rounds/new', { ...formOn(again), venue: 'Zinnober House by the lake' })
  expect(placeOf(sent)).toBe('/desk/drafts/1')
  const read = formOn(await eve.get('/desk/drafts/1'))
  const published = await eve.post('/desk/drafts/1/publish', read)
  expect(published.status).toBe(303)
  expect((await visit.get(placeOf(published))).text).toContain('Zinnober House by the lake')
  const made = await db
    .selectFrom('revision')
    .selectAll()
    .where('record', '=', 'round')
    .where('action', '=', 'created')
    .where('who', '=', 'Ana')
    .execute()
  expect(made).toMatchObject([{ published_by: 'Eve' }])
  const twice = await eve.post('/desk/drafts/1/publish', read)
  expect(twice.status).toBe(409)
  expect(await rounds('Zinnober at Halden')).toHaveLength(1)
})

test('its author takes it back before anybody read it', async () => {
  const sent = await send(ana, '/rounds/2/edit', { summary: 'Ana began.' })
  const draft = placeOf(sent)
  await ana.get(draft)
  expect((await ana.post(`${draft}/take-back`)).status).toBe(303)
  await eve.get('/desk/drafts/1')
  expect((await eve.get(draft)).status).toBe(404)
  expect((await eve.post(`${draft}/publish`)).status).toBe(404)
})

test('a change handed in stands over other changes made meanwhile, and never over one to the same field', async () => {
  const other = placeOf(await send(ana, '/rounds/3/edit', { summary: 'From Ana.' }))
  const same = placeOf(await send(ben, '/rounds/3/edit', { result: 'From Ben.' }))
  await send(eve, '/rounds/3/edit', { result: 'From Eve.' })
  expect(wordsOf((await eve.get(other)).text)).toContain('The record changed since, in other fields')
  expect((await readAndPublish(eve, other)).status).toBe(303)
  const refused = await readAndPublish(eve, same)
  expect([
    refused.status,
    wordsOf(refused.text).includes('Somebody changed the same fields meanwhile: Result.'),
  ]).toEqual([409, true])
  const row = await db
    .selectFrom('round')
    .select(['summary', 'result'])
    .where('id', '=', 3)
    .executeTakeFirst()
  expect(row).toEqual({ summary: 'From Ana.', result: 'From Eve.' })
})

test('a second reader may mend it in the form and publish that', async () => {
  const sent = placeOf(await send(ana, '/rounds/4/edit', { summary: 'Nearly rihgt.' }))
  const number = sent.split('/').at(-1)
  const form = formOn(await eve.get(`/rounds/4/edit?draft=${number}`))
  for (const _ of ['once', 'twice'])
    expect((await eve.post('/rounds/4/edit', { ...form, summary: 'Nearly right.' })).status).toBe(303)
  expect(wordsOf((await ana.get(sent)).text)).toContain('Published')
})

test('claims, readings, withdrawals and reverts wait just the same', async () => {
  const claim = await send(ana, '/claims/new?record=round&id=1&field=date', {
    value: '14 March 2024',
    source_id: '6',
  })
  const withdrawal = await send(ana, '/rounds/5/withdraw', { reason: 'Entered twice.' })
  for (const reply of [claim, withdrawal]) expect(placeOf(reply)).toMatch(/^\/desk\/drafts\/\d+$/)
  expect((await visit.get('/rounds/5')).status).toBe(200)
  expect((await readAndPublish(eve, placeOf(withdrawal))).status).toBe(303)
  expect((await visit.get('/rounds/5')).status).toBe(410)
})

test('where a process does without review its analysts publish; others wait as before', async () => {
  const admin = await signedIn('administrator', 'Ada')
  expect((await eve.get('/desk/second-reading')).status).toBe(403)
  await admin.get('/desk/second-reading')
  expect((await admin.post('/desk/second-reading', { process: ['1', '77'] })).status).toBe(303)
  const direct = await send(ana, '/rounds/1/edit', { summary: 'Straight in.' })
  expect(placeOf(direct)).toBe('/rounds/1')
  const asked = await send(ana, '/rounds/1/edit', { summary: 'Read it first.', _act: 'submit' })
  expect(placeOf(asked)).toMatch(/^\/desk\/drafts\//)
  await admin.post('/desk/second-reading', {})
  const again = await send(ana, '/rounds/1/edit', { summary: 'No more.' })
  expect(placeOf(again)).toMatch(/^\/desk\/drafts\//)
  const trail = await db
    .selectFrom('audit')
    .select(['who', 'detail'])
    .where('event', '=', 'second reading set')
    .execute()
  expect(trail).toEqual([
    { who: 'Ada', detail: 'done without by processes 1' },
    { who: 'Ada', detail: 'done without by none' },
  ])
})

test('the desk shows each their own drafts, and to second readers what waits', async () => {
  await send(ben, '/rounds/new', { ...atHalden, title: 'Half of a round', _act: 'keep' })
  const own = wordsOf((await ben.get('/desk')).text)
  expect(own).toMatch(
    /Your drafts 1 Kept as you typed.*Add a round: Half of a round Kept 1 July 2024, 12:00 UTC Go on writing/,
  )
  expect(wordsOf((await eve.get('/desk/drafts')).text)).toContain('You have nothing unfinished.')
  const queue = wordsOf((await eve.get('/desk/review')).text)
  expect(queue).toMatch(/Edit .* Ana, 1 July 2024, 12:00 UTC Read it/)
  expect(wordsOf((await ben.get('/desk/review')).text)).not.toContain('Read it')
})
