import { expect, test } from 'vitest'
import { restateAll } from '../../src/evidence/restate-writes.ts'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'
import type { Reply } from '../visit.ts'
import { formOn, readAndPublish, send } from './form.ts'
import { told, wholeRecord } from './merging.ts'
import { addTwins } from './twins.ts'

const { db, visit, signedIn } = await house()
const twins = await addTwins(db)
const eve = await signedIn('editor', 'Eve')
const ana = await signedIn('analyst', 'Ana')
const placeOf = (reply: Reply) => reply.headers.get('location') ?? ''

test('an analyst’s merging waits for a second reader', async () => {
  const sent = await send(ana, `/venues/${twins.venue}/merge?into=1`, { reason: 'The same palace.' })
  expect(placeOf(sent)).toMatch(/^\/desk\/drafts\/\d+$/)
  expect((await visit.get(`/venues/${twins.venue}`)).status).toBe(200)
  expect(await db.selectFrom('merger').selectAll().execute()).toEqual([])
  expect((await eve.get(placeOf(sent))).text).toContain('Side by side')
  expect((await readAndPublish(eve, placeOf(sent))).status).toBe(303)
  expect(placeOf(await visit.get(`/venues/${twins.venue}`))).toBe('/venues/1')
  const [step] = await db.selectFrom('revision').selectAll().where('record', '=', 'merger').execute()
  expect(step).toMatchObject({ who: 'Ana', published_by: 'Eve' })
})

test.each([
  ['the one that stays', 1],
  ['the one that is merged', twins.person],
])('where somebody changed %s meanwhile, it is shown before anything is merged', async (_which, id) => {
  const path = `/people/${twins.person}/merge?into=1`
  const form = formOn(await eve.get(path))
  await db.transaction().execute(async (db) => {
    const note = `Changed ${id}.`
    await db
      .updateTable('person')
      .set((of) => ({ note, version: of('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  })
  const reply = await eve.post(path, { ...form, reason: 'One person.' })
  expect([reply.status, reply.text.includes(`Changed ${id}.`)]).toEqual([409, true])
  expect((await visit.get(`/people/${twins.person}`)).status).toBe(200)
})

test('whoever has a round open that shows it sees that it changed', async () => {
  const form = formOn(await ana.get('/rounds/1/edit'))
  await send(eve, `/parties/${twins.party}/merge?into=1`, { reason: 'One state.' })
  expect((await ana.post('/rounds/1/edit', { ...form, summary: 'Ana wrote on.' })).status).toBe(409)
})

test('whoever is about to merge into it as well sees that something was', async () => {
  const path = '/venues/2/merge?into=1'
  const form = formOn(await eve.get(path))
  await send(eve, '/venues/3/merge?into=1', { reason: 'One place.' })
  expect((await eve.post(path, { ...form, reason: 'One place too.' })).status).toBe(409)
})

test('a merging sent twice is one', async () => {
  const path = `/issues/${twins.issue}/merge?into=1`
  const form = { ...formOn(await eve.get(path)), reason: 'One matter.' }
  const [first, second] = [await eve.post(path, form), await eve.post(path, form)]
  expect([first.status, placeOf(first)]).toEqual([303, '/issues/passage'])
  expect([second.status, second.text.includes('merged into Passage (1)')]).toEqual([410, true])
  const mergers = await db.selectFrom('merger').selectAll().where('record', '=', 'issue').execute()
  expect(mergers).toHaveLength(1)
})

test('a merging is undone from the form of the one that stayed, and all reads as before', async () => {
  const before = await wholeRecord(db)
  await send(eve, `/people/${twins.person}/merge?into=1`, { reason: 'One person.' })
  const [, undo = ''] = /href="(\/mergers\/\d+\/undo)"/.exec((await eve.get('/people/1/merge')).text) ?? []
  const page = await eve.get(undo)
  expect(wordsOf(page.text)).toContain(`Undo the merging of person ${twins.person} into Iva Dvorkin (1)`)
  const reply = await send(eve, undo, { reason: 'A namesake.' })
  expect([reply.status, placeOf(reply)]).toEqual([303, `/people/${twins.person}`])
  expect((await visit.get(`/people/${twins.person}`)).status).toBe(200)
  const after = Object.entries(told(await wholeRecord(db))).filter(([key]) => before.has(key))
  expect(Object.fromEntries(after)).toEqual(told(before))
  expect((await restateAll(db)).differing).toEqual([])
  expect((await eve.get(undo)).status).toBe(410)
})

test('it is not undone over what was changed since', async () => {
  await send(eve, `/proposals/${twins.proposal}/merge?into=1`, {
    title: `Proposal ${twins.proposal}, which is merged`,
    reason: 'One proposal.',
  })
  const [, undo = ''] = /href="(\/mergers\/\d+\/undo)"/.exec((await eve.get('/proposals/1/merge')).text) ?? []
  await db
    .transaction()
    .execute((db) => db.updateTable('proposal').set({ title: 'Changed since' }).where('id', '=', 1).execute())
  const reply = await send(eve, undo, { reason: 'Two after all.' })
  expect([reply.status, wordsOf(reply.text).includes('Proposal 1 was changed since')]).toEqual([409, true])
  expect((await visit.get(`/proposals/${twins.proposal}`)).status).toBe(301)
})

test('what came with a merging is undone with it', async () => {
  const { id, parent_id } = await db
    .selectFrom('merger')
    .select(['id', 'parent_id'])
    .where('parent_id', 'is not', null)
    .executeTakeFirstOrThrow()
  const reply = await eve.get(`/mergers/${id}/undo`)
  expect([reply.status, reply.text.includes(`It came with merger ${parent_id}`)]).toEqual([409, true])
  expect((await eve.get('/mergers/999/undo')).status).toBe(404)
})
