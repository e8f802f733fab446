import { expect, test } from 'vitest'
import { restateAll } from '../../src/evidence/restate-writes.ts'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'
import type { Reply } from '../visit.ts'
import { faultAt, send } from './form.ts'
import { pointingTo, wholeRecord } from './merging.ts'

const { db, visit, signedIn } = await house()
const eve = await signedIn('editor', 'Eve')
const placeOf = (reply: Reply) => reply.headers.get('location') ?? ''

test('the other record is asked for by name or number', async () => {
  const asked = await eve.get('/venues/3/merge')
  expect(wordsOf(asked.text)).toContain('Merge Oskburg (3)')
  expect(placeOf(await eve.get('/venues/3/merge?into=halden+TOWN+hall'))).toBe('/venues/3/merge?into=2')
  expect(placeOf(await eve.get('/venues/3/merge?into=Somewhere+%232'))).toBe('/venues/3/merge?into=2')
  const unknown = await eve.get('/venues/3/merge?into=Nowhere')
  expect([unknown.status, wordsOf(unknown.text).includes('There is no other venue “Nowhere”')]).toEqual([
    422,
    true,
  ])
  expect((await eve.get('/venues/3/merge?into=3')).status).toBe(422)
  expect((await eve.get('/venues/3/merge?into=999')).status).toBe(404)
  expect((await visit.get('/venues/3/merge')).status).toBe(303)
})

test('both are shown side by side, with what follows', async () => {
  const { text } = await eve.get('/venues/2/merge?into=3')
  const words = wordsOf(text)
  expect(words).toContain('Merge Halden town hall (2) into Oskburg (3)')
  expect(words).toContain('City Oskburg Halden')
  expect(words).toContain('What follows: 1 round.')
})

test('a merging needs a reason', async () => {
  const reply = await send(eve, '/venues/2/merge?into=3', { reason: '' })
  expect([reply.status, faultAt(reply, 'reason')]).toEqual([422, 'Reason must not be empty'])
})

test('a venue: references follow, its name is kept, its address leads to the other', async () => {
  const reply = await send(eve, '/venues/2/merge?into=3', {
    city: 'Venue 2, which is merged',
    reason: 'The hall is the town’s.',
  })
  expect([reply.status, placeOf(reply)]).toEqual([303, '/venues/3'])
  const rows = await wholeRecord(db)
  expect(pointingTo(rows, 'venue', 2)).toEqual([])
  expect(rows.get('venue 3')).toMatchObject({ name: 'Oskburg', city: 'Halden', country: 'AT' })
  expect(rows.get('venue 2')?.withdrawn).toBe('merged into Oskburg (3): The hall is the town’s.')
  expect(rows.get('name 5')).toMatchObject({ venue_id: 3, name: 'Halden town hall', kind: 'alias' })
  for (const [old, now] of [
    ['/venues/2', '/venues/3'],
    ['/venues/2?known=2024-06-01&sort=date', '/venues/3?known=2024-06-01&sort=date'],
    ['/venues/2.csv', '/venues/3.csv'],
    ['/venues/2.json', '/venues/3.json'],
    ['/venues/2/evidence', '/venues/3/evidence'],
    ['/venues/2/evidence/city.csv', '/venues/3/evidence/city.csv'],
  ] as const) {
    const moved = await visit.get(old)
    expect([old, moved.status, placeOf(moved)]).toEqual([old, 301, now])
    expect([now, (await visit.get(now)).status]).toEqual([now, 200])
  }
  for (const name of ['town+hall', 'oskburg']) {
    const { text } = await visit.get(`/rounds?q=${name}`)
    expect([name, text.includes('Halden, May 2024'), text.includes('9 November 1998')]).toEqual([
      name,
      true,
      true,
    ])
  }
  expect((await restateAll(db)).differing).toEqual([])
})

test('what the form asks about a record that was merged is asked about the other', async () => {
  expect(placeOf(await eve.get('/venues/2/merge?into=1'))).toBe('/venues/3/merge?into=1')
  expect(placeOf(await eve.get('/venues/1/merge?into=2'))).toBe('/venues/1/merge?into=3')
  expect(placeOf(await eve.get('/claims/new?record=venue&id=2&field=city'))).toBe(
    '/claims/new?record=venue&id=3&field=city',
  )
  expect((await eve.post('/venues/2/merge?into=1', { reason: 'Again' })).status).toBe(410)
})

test('of a chain of mergings each address leads to its end', async () => {
  await send(eve, '/venues/3/merge?into=1', { reason: 'All one place.' })
  expect(placeOf(await visit.get('/venues/2/evidence/city?known=2024-06-01'))).toBe(
    '/venues/1/evidence/city?known=2024-06-01',
  )
  const names = await db
    .selectFrom('name')
    .select('name')
    .where('venue_id', '=', 1)
    .where('withdrawn', 'is', null)
    .execute()
  expect(names.map(({ name }) => name).sort()).toEqual(['Cinar Palace', 'Halden town hall', 'Oskburg'])
})

test('a list narrowed to a record that was merged is narrowed to the other', async () => {
  expect(placeOf(await visit.get('/rounds?venue=2&sort=date&venue=4'))).toBe(
    '/rounds?sort=date&venue=1&venue=4',
  )
  expect(placeOf(await visit.get('/rounds.csv?venue=3&venue=1&known=2024-06-01'))).toBe(
    '/rounds.csv?known=2024-06-01&venue=1',
  )
  expect(placeOf(await visit.get('//elsewhere.example/rounds?venue=3'))).toBe('/')
  expect((await visit.get('/rounds?venue=1&process=strait-of-marrow')).status).toBe(200)
  expect((await visit.get('/rounds?venue=x&person=999')).status).toBe(400)
})

test('what was withdrawn without a merging still answers with its reason', async () => {
  await send(eve, '/rounds/6/withdraw', { reason: 'Never held.' })
  const gone = await visit.get('/rounds/6')
  expect([gone.status, gone.text.includes('Never held.')]).toEqual([410, true])
})
