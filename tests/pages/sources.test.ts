import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { atomically } from '../../src/db/atomically.ts'
import { house } from '../house.ts'

const { visit, db } = await house()

test('sources are listed with the number of claims that rest on them', async () => {
  const { text } = await visit.get('/sources')
  expect(text).toMatch(/Marrow Gazette.*15 March 2024.*News report.*7 claims/s)
  expect(text).toMatch(/Quiet Quarterly.*0 claims/s)
})

test('a source shows what it says, record by record, with the way to the round', async () => {
  const { text } = await visit.get('/sources/1')
  expect(text).toMatch(/Delegate Iva Dvorkin.*href="\/rounds\/1"/s)
  expect(text).toMatch(/Length.*about 120 minutes.*Varenia Press/s)
  expect(text).toMatch(/Venue Çınar Palace.*href="\/venues\/1"/s)
  expect(text).toMatch(/Office Deputy Foreign Minister, Iva Dvorkin.*href="\/people\/1"/s)
})

test('what a source took back stays, marked', async () => {
  const { text } = await visit.get('/sources/2')
  expect(text).toContain('Corrected by the source.')
  expect(text).toMatch(/Denies: Any list of sailors.*a delegate of Torland.*corrected by the source/s)
})

test('a page and whoever carries it word for word lead to one another', async () => {
  expect((await visit.get('/sources/3')).text).toMatch(/Carries word for word: <a href="\/sources\/1"/)
  expect((await visit.get('/sources/1')).text).toMatch(/Carried word for word by: <a href="\/sources\/3"/)
})

test('the rounds a source is cited for are on its page and in its CSV', async () => {
  expect((await visit.get('/sources/2')).text).toContain('Port Helm, 2–3 April 2024')
  expect((await visit.get('/sources/2.csv')).text.trim().split('\n')).toHaveLength(3)
})

test('a source that says nothing yet has a page', async () => {
  const { status, text } = await visit.get('/sources/6')
  expect(status).toBe(200)
  expect(text).toContain('0 claims')
})

test('a hundred sources make a page', async () => {
  const numbers = JSON.stringify(Array.from({ length: 120 }, (_, at) => 1000 + at))
  await atomically(db, (db) =>
    sql`insert into source (publisher, kind) select 'Paper ' || value, 'other' from json_each(${numbers})`.execute(
      db,
    ),
  )
  const first = await visit.get('/sources')
  expect(first.text).toContain('href="/sources?page=2"')
  expect(first.text).not.toContain('Paper 1119')
  const second = await visit.get('/sources?page=2')
  expect(second.text).toContain('Paper 1119')
  expect(second.text).not.toContain('page=3')
  expect((await visit.get('/sources?page=3')).text).toContain('Nothing on this page')
  expect((await visit.get('/sources?page=-1')).status).toBe(400)
})
