import { expect, test } from 'vitest'
import { house } from '../house.ts'
import { atHalden, faultAt, formOn, send, wholeRound } from './form.ts'

const { db, signedIn } = await house()
const ana = await signedIn()
const counts = async () =>
  Promise.all(
    (['round', 'venue', 'person', 'party', 'revision', 'claim'] as const).map((table) =>
      db
        .selectFrom(table)
        .select((of) => of.fn.countAll().as('count'))
        .executeTakeFirst(),
    ),
  )

test('a refused form comes back as typed, and nothing is stored', async () => {
  const before = await counts()
  const typed = { ...wholeRound, date: '2025-02-30', end_time: '21.16 approx' }
  const reply = await send(ana, '/rounds/new', typed)
  expect(reply.status).toBe(422)
  expect(formOn(reply)).toMatchObject(typed)
  expect(await counts()).toEqual(before)
})

test('the summary leads to each field, where the same words stand', async () => {
  const reply = await send(ana, '/rounds/new', { ...atHalden, track_id: '', end_time: '25:00' })
  expect(reply.text).toContain('<a href="#field-track_id">Track must not be empty</a>')
  expect(reply.text).toContain('<a href="#field-end_time">Ended must be a time, such as 21:16</a>')
  expect(reply.text).toMatch(
    /id="field-end_time"[^>]*aria-describedby="[^"]*field-end_time-fault"[^>]*aria-invalid="true"/,
  )
  expect(faultAt(reply, 'end_time')).toBe('Ended must be a time, such as 21:16')
})

test('the form says how it reads a date', async () => {
  const reply = await send(ana, '/rounds/new', { ...atHalden, date: '23.7.2025', title: '' })
  expect(reply.text).toContain('We read this as <b>Wednesday 23 July 2025</b> <code>2025-07-23</code>')
})

test('03/04/2025 is not guessed at', async () => {
  expect(faultAt(await send(ana, '/rounds/new', { ...atHalden, date: '03/04/2025' }), 'date')).toMatch(
    /^Date must be/,
  )
})

test('a clock time needs its zone', async () => {
  const reply = await send(ana, '/rounds/new', { ...atHalden, start_time: '10:00' })
  expect(faultAt(reply, 'zone')).toMatch(/^Time zone must be given/)
})

test('a party that is not known needs a code and a kind', async () => {
  const reply = await send(ana, '/rounds/new', { ...atHalden, 'delegations.1.party': 'Freedonia' })
  expect(faultAt(reply, 'delegations.1.code')).toBe(
    'Code must be given: the party Freedonia is not known yet',
  )
  expect(reply.text).toContain('Delegation 2: Code must be given')
})

test('a party on record is not described anew, and an office is somebody’s', async () => {
  const typed = {
    'delegations.0.party': 'Varenia',
    'delegations.0.code': 'VRN',
    'third_parties.0.party': 'Varenia',
  }
  const reply = await send(ana, '/rounds/new', {
    ...atHalden,
    ...typed,
    'third_parties.0.office': 'Host',
    'third_parties.0.role': 'host',
  })
  expect(faultAt(reply, 'delegations.0.code')).toMatch(
    /must be left empty: the party Republic of Varenia is on record as VAR/,
  )
  expect(faultAt(reply, 'third_parties.0.person')).toBe('Person must be given with an office')
})

test('a proposer is a party of the record or of the form', async () => {
  const typed = { ...atHalden, 'proposals.0.title': 'Something', 'proposals.0.proposer': 'Freedonia' }
  expect(faultAt(await send(ana, '/rounds/new', typed), 'proposals.0.proposer')).toMatch(
    /must be a party on record/,
  )
})

test('a venue of the same name in the same city is not made twice', async () => {
  const typed = { ...atHalden, venue: 'cinar palace', 'new_venue.city': 'Port Helm' }
  const bearers = () =>
    db.selectFrom('venue').select('id').where('name_folded', '=', 'cinar palace').execute()
  const before = await bearers()
  expect((await send(ana, '/rounds/new', typed)).status).toBe(303)
  expect(await bearers()).toEqual(before)
  const other = await send(ana, '/rounds/new', { ...typed, 'new_venue.kind': 'hotel' })
  expect(faultAt(other, 'venue')).toMatch(/Çınar Palace is a palace/)
})

test('of two venues of one name the number says which', async () => {
  const elsewhere = {
    ...atHalden,
    venue: 'Çınar Palace',
    'new_venue.kind': 'palace',
    'new_venue.city': 'Oskburg',
  }
  expect((await send(ana, '/rounds/new', elsewhere)).status).toBe(303)
  const reply = await send(ana, '/rounds/new', { ...atHalden, venue: 'Çınar Palace' })
  expect(faultAt(reply, 'venue')).toMatch(/write “Çınar Palace #1” or “Çınar Palace #\d+”/)
  expect((await send(ana, '/rounds/new', { ...atHalden, venue: 'Çınar Palace #1' })).status).toBe(303)
})

test('a quote is a dozen words at most', async () => {
  const quote = 'one two three four five six seven eight nine ten eleven twelve thirteen'
  const reply = await send(ana, '/rounds/new', {
    ...atHalden,
    'source.source_id': '1',
    'source.quote': quote,
  })
  expect(faultAt(reply, 'source.quote')).toBe('Quote must be a dozen words at most')
})

test('a source that is on record is not made twice', async () => {
  const source = {
    'source.publisher': 'Wire',
    'source.kind': 'other',
    'source.url': 'https://wire.example/2024/03/14',
  }
  const reply = await send(ana, '/rounds/new', { ...atHalden, ...source })
  expect(faultAt(reply, 'source.url')).toContain('source 2')
  const before = await db.selectFrom('source').select('id').execute()
  const { publisher } = await db
    .selectFrom('source')
    .select('publisher')
    .where('id', '=', 2)
    .executeTakeFirstOrThrow()
  const same = { ...source, 'source.publisher': publisher }
  expect((await send(ana, '/rounds/new', { ...atHalden, ...same })).status).toBe(303)
  expect(await db.selectFrom('source').select('id').execute()).toEqual(before)
})

test('a row more or a row less loses nothing that was typed', async () => {
  const first = await send(ana, '/rounds/new', {
    ...wholeRound,
    date: 'not yet known',
    _add: 'delegations.0.people',
  })
  expect(first.status).toBe(200)
  expect(formOn(first)).toMatchObject({
    ...wholeRound,
    date: 'not yet known',
    'delegations.0.people.1.person': '',
  })
  expect(first.text).toMatch(/name="delegations.0.people.1.person"[^>]* autofocus/)
  const second = await ana.post('/rounds/new', { ...formOn(first), _remove: 'delegations.0' })
  const form = formOn(second)
  expect(form).toMatchObject({
    'delegations.0.party': 'Isle of Brod',
    'proposals.0.title': 'A pilot on every ship',
  })
  expect(form).not.toHaveProperty(['delegations.1.party'])
  expect(form._form).toBe(formOn(first)._form)
})

test('there are at most thirty delegations', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`delegations.${at}.party`, 'Varenia']),
  )
  const form = formOn(await send(ana, '/rounds/new', { ...many, _add: 'delegations' }))
  expect(form).toHaveProperty(['delegations.29.party'], 'Varenia')
  expect(form).not.toHaveProperty(['delegations.30.party'])
})

test('rows that do not exist are neither added nor removed', async () => {
  for (const path of [
    'nowhere',
    'source',
    '__proto__',
    'delegations.9.people',
    'delegations.x',
    '',
    'delegations.0.party.0',
  ])
    for (const button of ['_add', '_remove'])
      expect((await send(ana, '/rounds/new', { ...atHalden, [button]: path })).status).toBe(200)
})
