import { expect, test } from 'vitest'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'
import type { Form, Reply } from '../visit.ts'
import { atHalden, formOn, roundOf, send } from './form.ts'

const { db, signedIn } = await house()
const ana = await signedIn('editor', 'Ana')
const ben = await signedIn('analyst', 'Ben')
const eve = await signedIn('editor', 'Eve')

function draftsOf(name: string) {
  return db
    .selectFrom('draft')
    .innerJoin('account', 'account.id', 'account_id')
    .select(['draft.id', 'draft.state', 'draft.typed'])
    .where('account.name', '=', name)
    .orderBy('draft.id')
    .execute()
}

function placeOf(reply: Reply): string {
  return reply.headers.get('location') ?? ''
}

test('a draft is kept on asking, is found again as it was typed, and typing on keeps the same one', async () => {
  const kept = await send(ana, '/rounds/new', {
    ...atHalden,
    'delegations.1.party': 'Varenia',
    _act: 'keep',
  })
  expect([kept.status, placeOf(kept)]).toEqual([303, '/rounds/new?draft=1'])
  const page = await ana.get(placeOf(kept))
  expect(wordsOf(page.text)).toContain('Draft kept 1 July 2024, 12:00 UTC.')
  expect(formOn(page)).toMatchObject({ ...atHalden, 'delegations.1.party': 'Varenia' })
  await ana.post('/rounds/new', { ...formOn(page), summary: 'More.', _act: 'keep' })
  expect((await draftsOf('Ana')).map(({ id }) => id)).toEqual([1])
})

test('a row more or less keeps what was typed so far', async () => {
  await send(ben, '/rounds/new', { ...atHalden, title: 'Half done', _add: 'outcomes' })
  const [draft] = await draftsOf('Ben')
  expect(JSON.parse(draft?.typed ?? '{}')).toMatchObject({
    typed: { title: 'Half done' },
    rows: { outcomes: [{}] },
  })
})

test('a script keeps it without leaving the page', async () => {
  const form = formOn(await ben.get('/rounds/2/edit'))
  const reply = await ben.post(
    '/rounds/2/edit',
    { ...form, summary: 'By script.', _act: 'keep' },
    { accept: 'application/json' },
  )
  expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { draft: 3, at: '12:00' }])
})

test('nobody else sees a draft that was not handed in', async () => {
  const [draft] = await draftsOf('Ben')
  for (const path of [`/rounds/new?draft=${draft?.id}`, `/desk/drafts/${draft?.id}`])
    expect([path, (await eve.get(path)).status]).toEqual([path, 404])
  expect((await ben.get(`/rounds/1/edit?draft=${draft?.id}`)).status).toBe(404)
})

test('a draft leaves when it is published, and one that is not wanted is dropped', async () => {
  const page = await ana.get('/rounds/new?draft=1')
  expect(roundOf(await ana.post('/rounds/new', formOn(page)))).toBeGreaterThan(0)
  expect(await draftsOf('Ana')).toEqual([])
  const [draft] = await draftsOf('Ben')
  await ben.get(`/desk/drafts/${draft?.id}`)
  expect((await ben.post(`/desk/drafts/${draft?.id}/drop`)).status).toBe(303)
  expect((await ben.get(`/desk/drafts/${draft?.id}`)).status).toBe(404)
})

test('an edit kept as a draft crosses what somebody changed meanwhile', async () => {
  const kept = await send(ana, '/rounds/3/edit', { result: 'As Ana has it', _act: 'keep' })
  await send(eve, '/rounds/3/edit', { result: 'As Eve has it', language: 'Varenian' })
  const reply = await ana.post('/rounds/3/edit', formOn(await ana.get(placeOf(kept))))
  expect(reply.status).toBe(409)
  expect(formOn(reply)).toMatchObject({ result: 'As Ana has it', language: 'Varenian' })
})

test('the next round stands ready with what the track’s rounds share, once', async () => {
  const form: Form = { ...formOn(await ana.get('/rounds/1/edit')), _act: 'next' }
  const first = await ana.post('/rounds/1/edit', form)
  const second = await ana.post('/rounds/1/edit', form)
  expect([first.status, placeOf(second)]).toEqual([303, placeOf(first)])
  const next = formOn(await ana.get(placeOf(first)))
  expect(next).toMatchObject({ track_id: '1', title: '', date: '', ordinal: '2' })
  expect(next['delegations.0.party']).toBe(form['delegations.0.party'])
  expect(next['delegations.0.people.0.person']).toBe(form['delegations.0.people.0.person'])
  expect(Object.keys(next).filter((name) => name.endsWith('.id') || name.startsWith('outcomes'))).toEqual([])
})

test('a round is duplicated with all that it says, as a new one', async () => {
  const copy = formOn(await ana.get('/rounds/new?like=1'))
  const original = formOn(await ana.get('/rounds/1/edit'))
  for (const name of ['title', 'date', 'venue', 'outcomes.0.title', 'delegations.1.people.0.person'])
    expect([name, copy[name]]).toEqual([name, original[name]])
  expect(Object.keys(copy).filter((name) => name.endsWith('.id'))).toEqual([])
})

test('a preview shows the page as it would be, and leaves the record and the number of the next round alone', async () => {
  const before = await db.selectFrom('revision').select('id').execute()
  const reply = await send(ana, '/rounds/1/edit', { result: 'Only to be looked at.', _act: 'preview' })
  expect(reply.status).toBe(200)
  expect(wordsOf(reply.text)).toContain('Only to be looked at.')
  const back =
    /Nothing of this is in the record yet[\s\S]*?href="([^"]+)"/
      .exec(reply.text)?.[1]
      ?.replace('&amp;', '&') ?? ''
  expect(formOn(await ana.get(back)).result).toBe('Only to be looked at.')
  expect((await ana.get('/rounds/1')).text).not.toContain('Only to be looked at.')
  expect(await db.selectFrom('revision').select('id').execute()).toEqual(before)
  expect((await send(ana, '/rounds/1/edit', { date: 'someday', _act: 'preview' })).status).toBe(422)
})

test('what is typed on in a form that was handed in is refused, not lost in silence', async () => {
  const form = { ...formOn(await ben.get('/rounds/new')), ...atHalden, title: 'Handed in' }
  expect((await ben.post('/rounds/new', form)).status).toBe(303)
  const late = { ...form, title: 'Typed on', _act: 'keep' }
  const reply = await ben.post('/rounds/new', late, { accept: 'application/json' })
  expect(reply.status).toBe(409)
  expect(JSON.parse(reply.text).detail).toBe(
    'This was handed in already. Take it back on its own page to go on writing.',
  )
})
