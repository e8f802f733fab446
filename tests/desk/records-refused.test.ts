import { expect, test } from 'vitest'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'
import type { Form } from '../visit.ts'
import { faultAt, formOn, readAndPublish, send } from './form.ts'

const { db, visit, signedIn } = await house()
const ana = await signedIn('editor', 'Ana')

const refused: Array<[what: string, path: string, typed: Form, at: string, words: RegExp]> = [
  [
    'a process at the address of another',
    '/processes/new',
    { title: 'X', slug: 'osk-valley', date: '2024', status: 'ongoing' },
    'slug',
    /^Address must be another: the process 2 has it/,
  ],
  [
    'a process at the address of a form',
    '/processes/new',
    { title: 'X', slug: 'new', date: '2024', status: 'ongoing' },
    'slug',
    /new is the address of a form/,
  ],
  [
    'an issue with the code of another',
    '/issues/2/edit',
    { code: 'passage' },
    'code',
    /^Code must be another: the issue 1 has it/,
  ],
  [
    'a party with the code of another',
    '/parties/new',
    { name: 'Other', code: 'VAR', kind: 'state' },
    'code',
    /^Code must be another: Republic of Varenia has it/,
  ],
  [
    'an issue that is part of its own part',
    '/issues/1/edit',
    { parent: 'Fees of passage' },
    'parent',
    /must not lead back/,
  ],
  [
    'a source that is a version of itself',
    '/sources/1/edit',
    { version_of_id: '4' },
    'version_of_id',
    /must not lead back/,
  ],
  [
    'a further name of nobody',
    '/names/new',
    { name: 'X', kind: 'alias' },
    'venue',
    /exactly one of the three/,
  ],
  [
    'a further name of two',
    '/names/new',
    { name: 'X', kind: 'alias', venue: '1', party: '1' },
    'venue',
    /exactly one of the three/,
  ],
  [
    'a third party that is nobody',
    '/third-parties/new',
    { round: '1', role: 'host' },
    'party',
    /^Party must be given, or person/,
  ],
  [
    'a clock time without its zone',
    '/sessions/new',
    { round: '1', title: 'X', start_time: '10:00' },
    'zone',
    /^Time zone must be given/,
  ],
  [
    'an exactness of no length',
    '/sessions/new',
    { round: '1', title: 'X', duration_exactness: 'about' },
    'duration_minutes',
    /^Length must be given/,
  ],
  [
    'a person who is not on record',
    '/offices/new',
    { person: 'Nobody Known', title: 'X' },
    'person',
    /^Person must be a person on record/,
  ],
  [
    'a number that is no record',
    '/offices/new',
    { person: '999', title: 'X' },
    'person',
    /^Person must be a person on record/,
  ],
  [
    'an office of somebody else',
    '/delegates/new',
    { delegation_id: '1', person: 'Iva Dvorkin', office: 'Secretary-General', role: 'head' },
    'office',
    /an office of that person on record: write “Deputy Foreign Minister #1” or/,
  ],
  [
    'an office without a person',
    '/third-parties/new',
    { round: '1', party: '1', office: 'Host', role: 'host' },
    'person',
    /^Person must be given with an office/,
  ],
  [
    'a source that is not there',
    '/captures/new',
    { source_id: '99', text: 'X' },
    'source_id',
    /^Source must be the number of a source on record/,
  ],
  [
    'a quote that is too long',
    '/venues/1/edit',
    { 'source.source_id': '1', 'source.quote': 'a b c d e f g h i j k l m' },
    'source.quote',
    /a dozen words at most/,
  ],
  [
    'a row of another person',
    '/people/2/edit',
    { 'offices.0.id': '1' },
    'offices.0.title',
    /Office is no part of this person/,
  ],
]

test.each(refused)('%s is refused at its field', async (_what, path, typed, at, words) => {
  const before = await db.selectFrom('revision').select('id').orderBy('id', 'desc').executeTakeFirst()
  const reply = await send(ana, path, typed)
  expect(reply.status).toBe(422)
  expect(faultAt(reply, at)).toMatch(words)
  expect(await db.selectFrom('revision').select('id').orderBy('id', 'desc').executeTakeFirst()).toEqual(
    before,
  )
})

test('of two who bear one name the number says which; what stood stays as it was', async () => {
  await send(ana, '/people/new', { name: 'Silent Clerk' })
  const twin = await send(ana, '/offices/new', { person: 'Silent Clerk', title: 'Clerk' })
  expect(faultAt(twin, 'person')).toMatch(/write “Silent Clerk #5” or “Silent Clerk #6”/)
  expect((await send(ana, '/offices/new', { person: 'Silent Clerk #6', title: 'Clerk' })).status).toBe(303)
  const id = (await db.selectFrom('office').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
  expect((await send(ana, `/offices/${id}/edit`, { title: 'Clerk of the court' })).status).toBe(303)
  expect(await db.selectFrom('office').select('person_id').where('id', '=', id).executeTakeFirst()).toEqual({
    person_id: 6,
  })
  expect(formOn(await ana.get('/offices/new?person_id=6')).person).toBe('Silent Clerk #6')
})

const held: Array<[what: string, path: string, words: RegExp]> = [
  ['a track with rounds', '/tracks/1', /3 rounds \(Port Helm, 14 March 2024; .*\)/],
  ['a process with rounds on its tracks', '/processes/strait-of-marrow', /4 rounds.*1 proposal .*1 document/],
  ['a person who is seated', '/people/1', /2 delegates \(Iva Dvorkin at Port Helm, 14 March 2024;/],
  ['a party that takes part', '/parties/1', /2 delegations/],
  ['a venue where a round was held', '/venues/1', /2 rounds/],
  ['an office under which somebody sat', '/offices/1', /2 delegates/],
  ['an issue that has parts', '/issues/passage', /1 issue .*1 proposal issue/],
  ['a source that says something', '/sources/1', /claims/],
  ['a document that an outcome rests on', '/documents/1', /1 outcome/],
]

test.each(held)('%s is not withdrawn, and the refusal says what holds it', async (_what, path, words) => {
  expect(wordsOf((await ana.get(`${path}/withdraw`)).text)).toMatch(words)
  const reply = await send(ana, `${path}/withdraw`, { reason: 'gone' })
  expect(reply.status).toBe(409)
  expect(wordsOf(reply.text)).toMatch(words)
  expect((await ana.get(`${path}/edit`)).status).toBe(200)
})

test('what belongs to a record alone leaves with it, and comes back with it', async () => {
  const rows = () =>
    db
      .selectFrom('follow_up')
      .select(['id', 'withdrawn'])
      .where('commitment_id', '=', 1)
      .orderBy('id')
      .execute()
  await send(ana, '/follow-ups/new', { commitment: '1', title: 'A mistake' })
  await send(ana, '/follow-ups/2/withdraw', { reason: 'a mistake' })
  expect((await send(ana, '/commitments/1/withdraw', { reason: 'no promise' })).status).toBe(303)
  expect(await rows()).toEqual([
    { id: 1, withdrawn: 'no promise' },
    { id: 2, withdrawn: 'a mistake' },
  ])
  expect((await send(ana, '/commitments/1/restore', { reason: 'a promise' })).status).toBe(303)
  expect(await rows()).toEqual([
    { id: 1, withdrawn: null },
    { id: 2, withdrawn: 'a mistake' },
  ])
})

test('nothing is restored into what is withdrawn', async () => {
  await send(ana, '/people/new', { name: 'Brief Visitor', 'offices.0.title': 'Guest' })
  const { id, person_id } = await db
    .selectFrom('office')
    .select(['id', 'person_id'])
    .where('title', '=', 'Guest')
    .executeTakeFirstOrThrow()
  await send(ana, `/people/${person_id}/withdraw`, { reason: 'never came' })
  const reply = await send(ana, `/offices/${id}/restore`, { reason: 'came' })
  expect([reply.status, wordsOf(reply.text)]).toEqual([
    409,
    expect.stringContaining('belongs to the person Brief Visitor, which is withdrawn: restore that first'),
  ])
})

test('a code that another party took since is not held by two', async () => {
  await send(ana, '/parties/new', { name: 'Brod', code: 'BRD', kind: 'state' })
  await send(ana, '/parties/5/withdraw', { reason: 'no party' })
  await send(ana, '/parties/new', { name: 'Brodland', code: 'BRD', kind: 'state' })
  const reply = await send(ana, '/parties/5/restore', { reason: 'a party' })
  expect([reply.status, wordsOf(reply.text)]).toEqual([
    409,
    expect.stringContaining('Brodland has it already'),
  ])
})

test('an address that a withdrawn process holds is not given away', async () => {
  await send(ana, '/processes/unheld/withdraw', { reason: 'held nowhere' })
  const typed = { title: 'Again', slug: 'unheld', date: '2025', status: 'ongoing' }
  expect(faultAt(await send(ana, '/processes/new', typed), 'slug')).toMatch(/process 3, which was withdrawn/)
  expect((await visit.get('/processes/unheld')).status).toBe(410)
  expect((await ana.get('/processes/unheld')).text).toContain('href="/processes/unheld/restore"')
  expect((await send(ana, '/processes/unheld/restore', { reason: 'after all' })).status).toBe(303)
  expect((await visit.get('/processes/unheld')).status).toBe(200)
})

test('a withdrawn round is restored and found again', async () => {
  await send(ana, '/rounds/4/withdraw', { reason: 'no call' })
  expect((await visit.get('/rounds?q=telephone')).text).not.toContain('/rounds/4"')
  expect((await send(ana, '/rounds/4/restore', { reason: 'a call' })).status).toBe(303)
  expect((await visit.get('/rounds?q=telephone')).text).toContain('/rounds/4"')
})

test('numbers that name no record, and kinds without a form, are not found', async () => {
  for (const path of [
    '/people/999/edit',
    '/people/0/edit',
    '/processes/none/edit',
    '/issues/none/withdraw',
    '/relays/1/edit',
    '/venues/1e3/restore',
  ])
    expect([path, (await ana.get(path)).status]).toEqual([path, 404])
  for (const query of ['round_id=999', 'round_id=x'])
    expect([query, (await ana.get(`/sessions/new?${query}`)).status]).toEqual([query, 404])
})

test('what an analyst writes of a process waits for a reader; what it would change is shown', async () => {
  const ben = await signedIn('analyst', 'Ben')
  const sent = await send(ben, '/sessions/1/edit', { title: 'Heads alone' })
  expect(sent.headers.get('location')).toMatch(/^\/desk\/drafts\/\d+$/)
  const draft = sent.headers.get('location') ?? ''
  expect(wordsOf((await ana.get(draft)).text)).toContain('Title Heads of delegation Heads alone')
  expect((await readAndPublish(ana, draft)).status).toBe(303)
  expect((await visit.get('/rounds/1')).text).toContain('Heads alone')
})

test('nobody moves a record out of a reviewed process without a second reader', async () => {
  const cleo = await signedIn('analyst', 'Cleo')
  const root = await signedIn('administrator', 'Root')
  await root.get('/desk/second-reading')
  await root.post('/desk/second-reading', { process: '2' })
  const free = { process: 'osk-valley', title: 'Free', kind: 'letter', access: 'leaked' }
  expect((await send(cleo, '/documents/new', free)).headers.get('location')).not.toMatch(/drafts/)
  expect((await send(cleo, '/documents/1/edit', { process: '2' })).headers.get('location')).toMatch(/drafts/)
  const back = { process: 'strait-of-marrow' }
  expect((await send(cleo, '/documents/2/edit', back)).headers.get('location')).toMatch(/drafts/)
})
