import { expect, test } from 'vitest'
import { house } from '../house.ts'
import { atHalden, faultAt, roundOf, send } from './form.ts'

const { db, signedIn } = await house()
const ana = await signedIn('editor', 'Ana')

const quoted = {
  ...atHalden,
  duration_minutes: '40',
  duration_exactness: 'about',
  'delegations.0.party': 'varenia',
  'delegations.0.people.0.person': 'Iva Dvorkin',
  'delegations.0.people.0.role': 'head',
  'delegations.0.people.0.quote': 'led by envoy Dvorkin',
  'outcomes.0.kind': 'other',
  'outcomes.0.title': 'A list of sailors is to follow',
  'outcomes.0.quote': 'a list is being planned',
  'outcomes.0.asserter': 'a delegate',
  'outcomes.0.certainty': 'is being planned',
  'outcomes.0.relays': 'Torland Wire > a delegate',
  'source.publisher': 'Halden Post',
  'source.kind': 'news report',
  'source.published': '6 June 2024',
  'statements.0.about': 'Date',
  'statements.0.quote': 'on Tuesday evening',
  'statements.0.weekday_printed': 'Tuesday',
  'statements.1.about': 'The round as a whole',
  'statements.1.quote': 'we shall meet again',
  'statements.1.asserter': 'Iva Dvorkin',
}

async function claimsOf(id: number) {
  const delegates = db.selectFrom('delegate').innerJoin('delegation', 'delegation.id', 'delegation_id')
  const seats = await delegates.select('delegate.id').where('round_id', '=', id).execute()
  const outcomes = await db.selectFrom('outcome').select('id').where('round_id', '=', id).execute()
  const ids = [id, ...seats.map(({ id }) => id), ...outcomes.map(({ id }) => id)]
  const claims = await db
    .selectFrom('claim')
    .selectAll()
    .where('record', 'in', ['round', 'delegate', 'outcome'])
    .where('record_id', 'in', ids)

    .orderBy('id')
    .execute()
  return claims
}

test('each fact is claimed with its own words, speaker, certainty and chain', async () => {
  const id = roundOf(await send(ana, '/rounds/new', quoted))
  const claims = await claimsOf(id)
  const of = (record: string, field: string | null) =>
    claims.filter((one) => one.record === record && one.field === field)
  expect(of('round', 'date')).toMatchObject([
    { value: '2024-06-05', quote: 'on Tuesday evening', weekday_printed: 'Tuesday' },
  ])
  expect(of('round', 'duration_minutes')).toMatchObject([
    { value: '40', value_exactness: 'about', quote: null },
  ])
  expect(of('round', null)).toMatchObject([
    { value: null, quote: 'we shall meet again', asserter: 'Iva Dvorkin' },
  ])
  expect(of('delegate', null)).toMatchObject([{ quote: 'led by envoy Dvorkin', asserter: null }])
  const [outcome] = of('outcome', null)
  expect(outcome).toMatchObject({ quote: 'a list is being planned', certainty: 'is being planned' })
  const relays = await db
    .selectFrom('relay')
    .select(['name', 'named'])
    .where('claim_id', '=', outcome?.id ?? 0)
    .execute()
  expect(relays).toEqual([
    { name: 'Torland Wire', named: 1 },
    { name: 'a delegate', named: 0 },
  ])
})

test('words without a change are a claim of their own', async () => {
  const id = roundOf(await send(ana, '/rounds/new', { ...atHalden, title: 'Quoted later' }))
  const reply = await send(ana, `/rounds/${id}/edit`, {
    'source.publisher': 'Halden Post',
    'source.kind': 'news report',
    'statements.0.about': 'Date',
    'statements.0.quote': 'on 5 June',
  })
  expect(reply.status).toBe(303)
  expect(await claimsOf(id)).toMatchObject([{ field: 'date', value: '2024-06-05', quote: 'on 5 June' }])
})

test.each([
  [
    'words without a source',
    { 'source.publisher': '', 'source.kind': '', 'source.published': '' },
    'source.publisher',
  ],
  ['a statement on an empty field', { 'statements.1.about': 'Result' }, 'statements.1.about'],
  ['a statement without words', { 'statements.1.quote': '' }, 'statements.1.quote'],
  ['a row’s quote of many words', { 'outcomes.0.quote': 'word '.repeat(13).trim() }, 'outcomes.0.quote'],
  ['a chain without end', { 'outcomes.0.relays': 'one > '.repeat(25) }, 'outcomes.0.relays'],
])('%s is refused at its place', async (_what, typed, name) => {
  const reply = await send(ana, '/rounds/new', { ...quoted, title: 'Refused', ...typed })
  expect([reply.status, faultAt(reply, name).length > 0]).toEqual([422, true])
})
