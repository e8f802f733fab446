import { expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'
import type { Form } from '../visit.ts'
import { faultAt, formOn, send } from './form.ts'

const { db, visit, signedIn } = await house()
const ana = await signedIn('editor', 'Ana')
const ben = await signedIn('editor', 'Ben')
const versionOf = async (id: number) =>
  (await db.selectFrom('round').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
const historyBy = (who: string) =>
  db.selectFrom('revision').selectAll().where('who', '=', who).orderBy('id').execute()

test('a form that is sent unchanged changes nothing', async () => {
  for (const id of [1, 2, 3, 4, 5, 6]) {
    expect((await send(ana, `/rounds/${id}/edit`, {})).status).toBe(303)
    expect(await versionOf(id)).toBe(1)
  }
  expect(await historyBy('Ana')).toEqual([])
})

test('what was changed, removed and added is kept field by field', async () => {
  const form = formOn(await ana.get('/rounds/1/edit'))
  const {
    'third_parties.0.id': _id,
    'third_parties.0.person': _person,
    'third_parties.0.party': _party,
    ...rest
  } = form
  const reply = await ana.post('/rounds/1/edit', {
    ...rest,
    'third_parties.0.office': '',
    'third_parties.0.role': '',
    result: 'The lists are exchanged.',
    'delegations.1.people.1.person': 'Iva Dvorkin',
    'delegations.1.people.1.role': 'expert',
    'source.source_id': '3',
  })
  expect(reply.status).toBe(303)
  const history = await historyBy('Ana')
  expect(history.map(({ action, record }) => `${action} ${record}`)).toEqual([
    'changed round',
    'created delegate',
    'withdrawn third_party',
    'created claim',
    'created claim',
  ])
  expect(JSON.parse(history[0]?.before ?? '')).toEqual({
    result: 'The sides exchange lists of detained sailors.',
  })
  expect(JSON.parse(history[0]?.after ?? '')).toEqual({ result: 'The lists are exchanged.' })
  const third = await db
    .selectFrom('third_party')
    .select('withdrawn')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow()
  expect(third.withdrawn).toBe('removed in editing')
  expect(await versionOf(1)).toBe(2)
})

test('a change to what belongs to the round is a change of the round', async () => {
  await send(ana, '/rounds/5/edit', { 'delegations.0.size': '12' })
  expect(await versionOf(5)).toBe(2)
  expect((await visit.get('/rounds/5')).text).toContain('12 people')
})

test('of two analysts the second sees both texts of what both changed, and takes over the rest', async () => {
  const form = formOn(await ben.get('/rounds/3/edit'))
  await send(ana, '/rounds/3/edit', { result: 'As Ana has it', summary: 'Short.' })
  const reply = await ben.post('/rounds/3/edit', { ...form, result: 'As Ben has it', language: 'Varenian' })
  expect(reply.status).toBe(409)
  expect(wordsOf(reply.text)).toContain('What only they changed was taken over: Summary.')
  expect(wordsOf(reply.text)).toContain('Result Yours As Ben has it Theirs, in the record now As Ana has it')
  expect(formOn(reply)).toMatchObject({
    result: 'As Ben has it',
    summary: 'Short.',
    language: 'Varenian',
    version: '2',
  })
  expect((await visit.get('/rounds/3')).text).toContain('As Ana has it')
  expect((await ben.post('/rounds/3/edit', formOn(reply))).status).toBe(303)
  expect((await visit.get('/rounds/3')).text).toContain('As Ben has it')
  const last = (await historyBy('Ben')).at(-1)
  expect(JSON.parse(last?.before ?? '')).toEqual({ result: 'As Ana has it', language: null })
})

test('the second may choose the text of the first', async () => {
  const form = formOn(await ben.get('/rounds/4/edit'))
  await send(ana, '/rounds/4/edit', { result: 'As Ana has it' })
  const reply = await ben.post('/rounds/4/edit', { ...form, result: 'As Ben has it' })
  const chosen = { ...formOn(reply), '_take.result': '=As Ana has it', summary: 'From Ben.' }
  expect((await ben.post('/rounds/4/edit', chosen)).status).toBe(303)
  const row = await db
    .selectFrom('round')
    .select(['result', 'summary'])
    .where('id', '=', 4)
    .executeTakeFirst()
  expect(row).toEqual({ result: 'As Ana has it', summary: 'From Ben.' })
})

test('an edit sent twice is one edit, and another edit from the same form crosses the first', async () => {
  const form = {
    ...formOn(await ana.get('/rounds/5/edit')),
    'outcomes.0.title': 'A truce',
    'outcomes.0.kind': 'ceasefire',
  }
  expect((await ana.post('/rounds/5/edit', form)).status).toBe(303)
  expect((await ana.post('/rounds/5/edit', form)).status).toBe(303)
  const outcomes = await db.selectFrom('outcome').select('title').where('round_id', '=', 5).execute()
  expect(outcomes).toEqual([{ title: 'A truce' }])
  expect((await ana.post('/rounds/5/edit', { ...form, result: 'Back, and sent again' })).status).toBe(409)
})

test('more people than a form may add stay seated', async () => {
  const rows = Array.from({ length: 70 }, (_, at) => ({
    delegation_id: 5,
    person_id: 5,
    role: 'member' as const,
    position: at + 2,
  }))
  await atomically(db, (db) =>
    db
      .insertInto('delegate')
      .values(rows.map((row) => ({ ...row, office_id: null, note: null, withdrawn: null })))
      .execute(),
  )
  expect((await send(ana, '/rounds/5/edit', { summary: 'Many came.' })).status).toBe(303)
  const gone = await db
    .selectFrom('delegate')
    .select('id')
    .where('withdrawn', 'is not', null)
    .where('delegation_id', '=', 5)
    .execute()
  expect(gone).toEqual([])
})

test('a delegation that another analyst added is in the form of the second, and stays', async () => {
  const form = formOn(await ben.get('/rounds/6/edit'))
  await send(ana, '/rounds/6/edit', {
    'delegations.0.party': 'Torland',
    'delegations.0.code': 'TRL',
    'delegations.0.kind': 'state',
  })
  const reply = await ben.post('/rounds/6/edit', { ...form, summary: 'Seen by Ben.' })
  expect([reply.status, formOn(reply)['delegations.0.party']]).toEqual([409, 'Torland'])
  expect(wordsOf(reply.text)).toContain('You changed different things')
  expect((await ben.post('/rounds/6/edit', formOn(reply))).status).toBe(303)
  const delegations = await db
    .selectFrom('delegation')
    .select('withdrawn')
    .where('round_id', '=', 6)
    .execute()
  expect(delegations).toEqual([{ withdrawn: null }])
})

test('a proposal changed through one round is seen to have changed at the other', async () => {
  const form = formOn(await ben.get('/rounds/2/edit'))
  await send(ana, '/rounds/1/edit', { 'proposals.0.title': 'Free passage for all boats' })
  expect((await ben.post('/rounds/2/edit', form)).status).toBe(409)
})

test('rows of another round cannot be changed from here', async () => {
  const reply = await send(ana, '/rounds/2/edit', { 'delegations.0.id': '1' })
  expect(reply.status).toBe(422)
  expect(faultAt(reply, 'delegations.0.party')).toMatch(/no part of this round/)
})

test('a source for a round that is left as it is, or from which a field is struck, is cited for the whole round', async () => {
  const forms: Form[] = [{}, { zone: '', start_time: '', start_exactness: '' }]
  for (const filled of forms) {
    await send(ana, '/rounds/1/edit', { 'source.source_id': '6', ...filled })
    const claim = await db.selectFrom('claim').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(claim).toMatchObject({ record: 'round', record_id: 1, field: null, value: null, source_id: 6 })
  }
  expect((await visit.get('/rounds/1')).text).toContain('Quiet Quarterly')
})

test('what was removed is found no more', async () => {
  const search = '/rounds?q=brandt'
  expect((await visit.get(search)).text).toContain('/rounds/2"')
  expect((await visit.get(search)).text).not.toContain('/rounds/1"')
})

test('the text of a round never becomes markup', async () => {
  const title = `"><script>alert(1)</script><b onmouseover='x'>{{7*7}}<%= 1 %>`
  await send(ana, '/rounds/4/edit', {
    title,
    summary: title,
    'delegations.0.party': 'Varenia',
    'delegations.0.mandate': title,
  })
  for (const path of ['/rounds/4', '/rounds/4/edit', '/rounds/4/withdraw', '/rounds'])
    expect((await ana.get(path)).text).not.toMatch(/<script>alert|<b onmouseover/)
  expect(formOn(await ana.get('/rounds/4/edit')).title).toBe(title)
})
