import { expect, test } from 'vitest'
import { house } from '../house.ts'
import { atHalden, formOn, roundOf, send, wholeRound } from './form.ts'

const { db, visit, signedIn } = await house()
const ana = await signedIn()
const id = roundOf(await send(ana, '/rounds/new', wholeRound))

test('a recorded round shows on its page, with people and places the record did not know', async () => {
  const { status, text } = await visit.get(`/rounds/${id}`)
  expect(status).toBe(200)
  for (const said of [
    'Rød Lighthouse',
    'Mara Lund',
    'Special Envoy',
    'A pilot on every ship',
    'Isle of Brod',
  ])
    expect(text).toContain(said)
  expect(text).toContain('The sides part without a date')
  expect(text).toContain('about 09:05')
  expect(text).toContain('https://halden.example/lighthouse')
})

test('it is in the list, in the search and in the CSV', async () => {
  expect((await visit.get('/rounds?track=1')).text).toContain('Halden, 5 June 2024')
  expect((await visit.get('/rounds?q=lund')).text).toContain('Halden, 5 June 2024')
  const { text } = await visit.get('/rounds.csv?q=lighthouse')
  expect(text).toMatch(/Rød Lighthouse.*Iva Dvorkin; Mara Lund/)
})

test('a party is known by any of its names, a person and an office too', async () => {
  const sides = await db.selectFrom('delegation').select('party_id').where('round_id', '=', id).execute()
  expect(sides[0]?.party_id).toBe(1)
  const host = await db
    .selectFrom('third_party')
    .selectAll()
    .where('round_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(host).toMatchObject({ person_id: 3, office_id: 4 })
})

test('the proposal was made at the round and rejected there', async () => {
  const events = await db.selectFrom('proposal_event').selectAll().where('round_id', '=', id).execute()
  expect(events.map(({ verb, date, party_id }) => [verb, date, party_id])).toEqual([
    ['made', '2024-06-05', expect.any(Number)],
    ['rejected', '2024-06-05', 1],
  ])
})

test('the source claims every field that was filled in, in the notation of the record', async () => {
  const claims = await db
    .selectFrom('claim')
    .selectAll()
    .where('record', '=', 'round')
    .where('record_id', '=', id)
    .execute()
  const said = Object.fromEntries(claims.map(({ field, value }) => [field, value]))
  expect(said).toEqual({
    title: 'Halden, 5 June 2024',
    date: '2024-06-05',
    start_time: '09:05',
    zone: 'Europe/Oslo',
    venue_id: 'Rød Lighthouse',
    status: 'held',
  })
  for (const claim of claims)
    expect(claim).toMatchObject({
      taken: null,
      affirms: 1,
      quote: 'no date was set',
      asserted: '2024-06-06',
    })
})

test('the source also claims who was there, what was proposed and how it ended, through its relay chain', async () => {
  const claims = await db.selectFrom('claim').select(['id', 'record', 'value']).where('id', '>', 7).execute()
  const records = new Set(claims.map(({ record }) => record))
  for (const record of ['delegation', 'delegate', 'third_party', 'proposal', 'proposal_event', 'outcome'])
    expect(records).toContain(record)
  const last = claims.at(-1)?.id ?? 0
  const chain = await db
    .selectFrom('relay')
    .select(['name', 'named'])
    .where('claim_id', '=', last)
    .orderBy('position')
    .execute()
  expect(chain).toEqual([
    { name: 'Torland Wire', named: 1 },
    { name: 'a pilot', named: 0 },
  ])
})

test('all that was made is in the history, under the name of who made it', async () => {
  const history = await db.selectFrom('revision').selectAll().where('who', '=', 'editor').execute()
  const records = new Set(history.map(({ record }) => record))
  for (const record of [
    'venue',
    'party',
    'person',
    'office',
    'round',
    'delegation',
    'delegate',
    'proposal',
    'source',
  ])
    expect(records).toContain(record)
  const round = history.find(({ record }) => record === 'round')
  expect(round).toMatchObject({ action: 'created', record_id: id, account_id: 1 })
  expect(JSON.parse(round?.after ?? '')).toMatchObject({ date: '2024-06-05', start_time: '09:05' })
})

test('a round may be saved without a source, and says so', async () => {
  const bare = roundOf(await send(ana, '/rounds/new', atHalden))
  expect((await visit.get(`/rounds/${bare}`)).text).toContain('Unsourced')
  expect(
    await db
      .selectFrom('claim')
      .select('id')
      .where('record_id', '=', bare)
      .where('record', '=', 'round')
      .execute(),
  ).toEqual([])
})

test('a source on record is cited by its number', async () => {
  const cited = roundOf(await send(ana, '/rounds/new', { ...atHalden, 'source.source_id': '5' }))
  const claims = await db
    .selectFrom('claim')
    .select('source_id')
    .where('record', '=', 'round')
    .where('record_id', '=', cited)
    .execute()
  expect(new Set(claims.map(({ source_id }) => source_id))).toEqual(new Set([5]))
})

test('the title of an earlier proposal of the process continues that proposal', async () => {
  const form = {
    ...atHalden,
    'proposals.0.title': 'free passage for fishing boats',
    'proposals.0.events.0.verb': 'restated',
    'proposals.0.events.0.party': 'Varenia',
  }
  const again = roundOf(await send(ana, '/rounds/new', form))
  const events = await db
    .selectFrom('proposal_event')
    .select(['proposal_id', 'verb'])
    .where('round_id', '=', again)
    .execute()
  expect(events).toEqual([{ proposal_id: 1, verb: 'restated' }])
})

test('the same form sent twice makes one round', async () => {
  const form = { ...formOn(await ana.get('/rounds/new')), ...atHalden, title: 'Sent twice' }
  const both = await Promise.all([ana.post('/rounds/new', form), ana.post('/rounds/new', form)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(new Set(both.map(roundOf)).size).toBe(1)
  expect(await db.selectFrom('round').select('id').where('title', '=', 'Sent twice').execute()).toHaveLength(
    1,
  )
})

test('what the form does not offer is not stored', async () => {
  const form = {
    ...atHalden,
    id: '77',
    withdrawn: 'x',
    'delegations.0.note': 'x',
    'delegations.0.party': 'Varenia',
    date_earliest: '5',
  }
  const made = roundOf(await send(ana, '/rounds/new', form))
  expect(made).not.toBe(77)
  const round = await db.selectFrom('round').selectAll().where('id', '=', made).executeTakeFirstOrThrow()
  expect(round).toMatchObject({ withdrawn: null, version: 1, date_earliest: 19879 })
  const side = await db
    .selectFrom('delegation')
    .select('note')
    .where('round_id', '=', made)
    .executeTakeFirstOrThrow()
  expect(side.note).toBeNull()
})

test('a start before nine is claimed as nine, and before', async () => {
  const source = { 'source.publisher': 'Halden Post', 'source.kind': 'news report' }
  const clock = { start_time: '9.00', start_exactness: 'before', zone: 'Europe/Oslo' }
  const reply = await send(ana, '/rounds/new', { ...atHalden, ...clock, ...source })
  const record_id = Number(reply.headers.get('location')?.split('/').at(-1))
  const claims = await db
    .selectFrom('claim')
    .select(['value', 'value_exactness'])
    .where('record', '=', 'round')
    .where('record_id', '=', record_id)
    .where('field', '=', 'start_time')
    .execute()
  expect(claims).toEqual([{ value: '09:00', value_exactness: 'before' }])
  expect((await visit.get(`/rounds/${record_id}`)).text).toContain('<p class="claim-value">before 09:00</p>')
})
