import { expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import { createRecord } from '../../src/history/record-writes.ts'
import { nameRecord } from '../../src/parties/fields.ts'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'
import { somebody } from '../record/folders.ts'
import { faultAt, formOn, send } from './form.ts'

const { db, visit, signedIn } = await house()
const ana = await signedIn('editor', 'Ana')
const ben = await signedIn('editor', 'Ben')
const standing = (table: 'name' | 'office' | 'track' | 'proposal_issue' | 'follow_up' | 'commitment') =>
  db.selectFrom(table).selectAll().where('withdrawn', 'is', null).orderBy('id').execute()
const versionOf = async (id: number) =>
  (await db.selectFrom('round').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version

test('a person is entered with offices and further names in one form', async () => {
  const reply = await send(ana, '/people/new', {
    name: 'Mara Lund',
    'offices.0.title': 'Speaker of Brod',
    'offices.0.party': 'League of Ports',
    'offices.0.held': '2020/2024',
    'names.0.name': 'Мара Лунд',
    'names.0.language': 'uk',
    'names.0.kind': 'official',
  })
  expect(reply.status).toBe(303)
  const { text } = await visit.get(reply.headers.get('location') ?? '')
  for (const said of ['Mara Lund', 'Speaker of Brod', 'Мара Лунд', 'League of Ports'])
    expect(text).toContain(said)
})

test('a row is changed, taken away and added; what was not touched stays', async () => {
  const form = formOn(await ana.get('/people/1/edit'))
  const without = Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('names.1.')))
  const reply = await ana.post('/people/1/edit', {
    ...without,
    'offices.0.held': '2021-06/2024-04-19',
    'names.2.name': 'Dvorkina',
    'names.2.kind': 'alias',
  })
  expect(reply.status).toBe(303)
  const history = await db.selectFrom('revision').selectAll().orderBy('id', 'desc').limit(3).execute()
  expect(history.reverse().map(({ action, record }) => `${action} ${record}`)).toEqual([
    'changed office',
    'withdrawn name',
    'created name',
  ])
})

test('whoever renames a person is found under the new name, and an open form of the round is crossed', async () => {
  const form = formOn(await ben.get('/rounds/1/edit'))
  const before = await versionOf(1)
  await send(ana, '/people/1/edit', { name: 'Ivanka Dvorkin' })
  expect(await versionOf(1)).toBe(before + 1)
  expect((await visit.get('/rounds?q=ivanka')).text).toContain('/rounds/1"')
  const reply = await ben.post('/rounds/1/edit', form)
  expect(reply.status).toBe(409)
  expect(formOn(reply)['delegations.0.people.0.person']).toBe('Ivanka Dvorkin')
})

test('a note on a person is nothing that a round shows', async () => {
  const before = await versionOf(1)
  await send(ana, '/people/1/edit', { note: 'Plays chess.' })
  expect(await versionOf(1)).toBe(before)
})

test('a row that another added since is in the form of the second, and stays', async () => {
  const form = formOn(await ben.get('/people/2/edit'))
  await send(ana, '/offices/new', { person: 'Işık Aydın', title: 'Envoy' })
  const reply = await ben.post('/people/2/edit', { ...form, note: 'Seen by Ben.' })
  expect(reply.status).toBe(409)
  expect(formOn(reply)['offices.1.title']).toBe('Envoy')
  expect((await ben.post('/people/2/edit', formOn(reply))).status).toBe(303)
  expect((await standing('office')).map(({ title }) => title)).toContain('Envoy')
})

test('an issue that was taken off a proposal and is put on again is the same row', async () => {
  const form = formOn(await ana.get('/proposals/1/edit'))
  const without = Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('issues.0.')))
  expect((await ana.post('/proposals/1/edit', without)).status).toBe(303)
  expect(await standing('proposal_issue')).toEqual([])
  expect((await send(ana, '/proposals/1/edit', { 'issues.0.issue': 'Passage' })).status).toBe(303)
  expect((await standing('proposal_issue')).map(({ id, issue_id }) => [id, issue_id])).toEqual([[1, 1]])
})

test('one issue stands once in a proposal', async () => {
  const typed = { 'issues.1.issue': 'passage' }
  expect(faultAt(await send(ana, '/proposals/1/edit', typed), 'issues.1.issue')).toMatch(
    /^Issue must be another/,
  )
})

test('a position in the form of a proposal belongs to its process', async () => {
  const reply = await send(ana, '/proposals/1/edit', {
    'positions.0.party': 'Kingdom of Torland',
    'positions.0.issue': 'Passage',
    'positions.0.stance': 'silent',
    'positions.0.date': '1 June 2024',
  })
  expect(reply.status).toBe(303)
  const [row] = await db.selectFrom('position').selectAll().orderBy('id', 'desc').limit(1).execute()
  expect(row).toMatchObject({ process_id: 1, proposal_id: 1, party_id: 2, stance: 'silent' })
})

test('the text of a source is kept with its hash, and its own form changes it', async () => {
  const text = 'Nothing was said.\n\nNothing at all.'
  expect((await send(ana, '/sources/6/edit', { 'captures.0.text': text })).status).toBe(303)
  const [kept] = await db.selectFrom('capture').selectAll().where('source_id', '=', 6).execute()
  expect(kept?.text).toBe(text)
  expect(kept?.text_sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(formOn(await ana.get('/sources/6/edit'))['captures.0.text']).toBeUndefined()
  const long = `${'Ж'.repeat(60_000)}.`
  expect((await send(ana, `/captures/${kept?.id}/edit`, { text: long })).status).toBe(303)
  expect((await send(ana, '/captures/new', { source_id: '6', text })).status).toBe(422)
})

test('what an outcome says of commitments, and these of deliveries, is entered in one form', async () => {
  const reply = await send(ana, '/outcomes/1/edit', {
    'commitments.0.follow_ups.1.title': 'Three more arrive',
    'commitments.0.follow_ups.1.quantity': '3',
    'commitments.1.title': 'Boats returned',
    'commitments.1.debtor': 'Varenia',
  })
  expect(reply.status).toBe(303)
  expect((await standing('follow_up')).map(({ title }) => title)).toContain('Three more arrive')
  expect((await standing('commitment')).map(({ title, debtor_id }) => [title, debtor_id])).toContainEqual([
    'Boats returned',
    1,
  ])
})

test('a source is cited for each field of a new venue, and for what was changed of an old one', async () => {
  const source = { 'source.source_id': '1', 'source.quote': 'a lighthouse' }
  await send(ana, '/venues/new', { name: 'Lighthouse', kind: 'other', city: 'Halden', ...source })
  await send(ana, '/venues/2/edit', { city: 'Fredrikshald', ...source })
  const claims = await db.selectFrom('claim').selectAll().orderBy('id', 'desc').limit(3).execute()
  expect(claims.reverse().map(({ record_id, field, value }) => [record_id, field, value])).toEqual([
    [5, 'kind', 'other'],
    [5, 'city', 'Halden'],
    [2, 'city', 'Fredrikshald'],
  ])
})

test('a claim names the record that was meant by a number', async () => {
  await send(ana, '/offices/3/edit', { party: '1', 'source.source_id': '1' })
  const [claim] = await db.selectFrom('claim').selectAll().orderBy('id', 'desc').limit(1).execute()
  expect(claim).toMatchObject({
    record: 'office',
    record_id: 3,
    field: 'party_id',
    value: 'Republic of Varenia',
  })
})

test('how many goes into the claim with its bound', async () => {
  await send(ana, '/commitments/1/edit', {
    quantity: '14',
    quantity_bound: 'more than',
    'source.source_id': '1',
  })
  const [claim] = await db.selectFrom('claim').selectAll().orderBy('id', 'desc').limit(1).execute()
  expect(claim).toMatchObject({ field: 'quantity', value: '14', value_exactness: 'more than' })
})

test('the form of a round takes its sessions and its commitments', async () => {
  const reply = await send(ana, '/rounds/3/edit', {
    'sessions.0.title': 'Opening',
    'sessions.0.start_time': '9:00',
    'sessions.0.zone': 'Europe/Oslo',
    'sessions.0.venue': 'Oskburg',
    'outcomes.0.kind': 'understanding',
    'outcomes.0.title': 'Fees are halved',
    'outcomes.0.commitments.0.title': 'Half the fee',
    'outcomes.0.commitments.0.debtor': 'Varenia',
    'outcomes.0.commitments.0.quantity': '50',
    'outcomes.0.commitments.0.quantity_bound': 'exact',
  })
  expect(reply.status).toBe(303)
  const page = wordsOf((await visit.get('/rounds/3')).text)
  for (const said of ['Opening', 'Fees are halved', 'Half the fee']) expect(page).toContain(said)
  const before = await versionOf(3)
  expect((await send(ana, '/rounds/3/edit', {})).status).toBe(303)
  expect(await versionOf(3)).toBe(before)
})

test('a session of the round’s form needs its zone, a venue on record, and its own title', async () => {
  const reply = await send(ana, '/rounds/3/edit', {
    'sessions.1.start_time': '9:00',
    'sessions.1.venue': 'Nowhere Hall',
    'outcomes.0.commitments.1.title': 'A fee',
    'outcomes.0.commitments.1.creditor': 'Freedonia',
  })
  expect(faultAt(reply, 'sessions.1.title')).toBe('Title must not be empty')
  const named = await send(ana, '/rounds/3/edit', {
    'sessions.1.title': 'Second',
    'sessions.1.start_time': '9:00',
    'sessions.1.venue': 'Nowhere Hall',
    'outcomes.0.commitments.1.title': 'A fee',
    'outcomes.0.commitments.1.creditor': 'Freedonia',
  })
  expect(faultAt(named, 'sessions.1.zone')).toMatch(/^Time zone must be given/)
  expect(faultAt(named, 'sessions.1.venue')).toBe('Venue must be one on record')
  expect(faultAt(named, 'outcomes.0.commitments.1.creditor')).toMatch(/^To whom must be a party on record/)
})

test('the next one is begun where the last one belongs', async () => {
  const reply = await send(ana, '/follow-ups/new', {
    commitment: 'Release of sailors',
    title: 'Four arrive',
    _act: 'next',
  })
  const next = reply.headers.get('location') ?? ''
  expect(next).toMatch(/^\/follow-ups\/new\?draft=\d+$/)
  expect(formOn(await ana.get(next))).toMatchObject({ commitment: 'Release of sailors', title: '' })
})

test('more rows than a form can hold are changed each in its own', async () => {
  for (const at of Array.from({ length: 101 }).keys())
    await atomically(db, (db) =>
      createRecord(db, somebody, nameRecord, { party_id: 3, name: `League ${at}`, kind: 'alias' }),
    )
  const page = await ana.get('/parties/3/edit')
  expect(wordsOf(page.text)).toContain('Its names are changed in forms of their own')
  expect((await send(ana, '/parties/3/edit', { note: 'Of many names.' })).status).toBe(303)
  expect((await standing('name')).filter(({ party_id }) => party_id === 3)).toHaveLength(101)
})
