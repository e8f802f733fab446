import { expect, test } from 'vitest'
import { house } from '../house.ts'

const { visit } = await house()

test('processes are listed with dates in words, status and number of rounds', async () => {
  const { text } = await visit.get('/processes')
  expect(text).toMatch(/Osk Valley ceasefire talks.*Concluded.*>2<.*Strait of Marrow talks/s)
  expect(text).toMatch(/from 14 March 2024.*Ongoing.*>4</s)
})

test('a process shows each track with its rounds, from the first on', async () => {
  const { text } = await visit.get('/processes/strait-of-marrow')
  expect(text).toMatch(/Port Helm talks 2024.*Track 1, 3 rounds.*14 March.*2–3 April.*Halden, May/s)
  expect(text).toMatch(/Working contacts.*Track 1.5, 1 round.*By telephone/s)
})

test('its facts, proposals and documents stand with their evidence', async () => {
  const { text } = await visit.get('/processes/strait-of-marrow')
  expect(text).toMatch(/<dt>Status.*Ongoing.*Single source.*Torland Wire/s)
  expect(text).toMatch(/Free passage for fishing boats.*accepted with conditions.*by Işık Aydın/s)
  expect(text).toMatch(/Lists of detained sailors.*reported only.*href="\/rounds\/1"/s)
})

test('a process leads to the timeline and to the CSV of its rounds', async () => {
  const { text } = await visit.get('/processes/strait-of-marrow')
  expect(text).toContain('href="/?process=strait-of-marrow"')
  expect(text).toContain('href="/processes/strait-of-marrow.csv"')
  expect((await visit.get('/processes/strait-of-marrow?status=held')).text).toContain(
    'href="/processes/strait-of-marrow.csv?status=held"',
  )
  const all = await visit.get('/processes/strait-of-marrow.csv')
  expect(all.text.trim().split('\n')).toHaveLength(5)
  const some = await visit.get('/processes/strait-of-marrow.csv?status=scheduled&sort=date')
  expect(some.text.trim().split('\n')).toHaveLength(2)
})

test('a process whose track has no rounds says so', async () => {
  const { text } = await visit.get('/processes/unheld')
  expect(text).toContain('No round is recorded on this track.')
})

test('an address without a process, or a filter it lacks, gets a sentence', async () => {
  expect((await visit.get('/processes/nowhere')).text).toContain('There is no process nowhere')
  expect((await visit.get('/processes/nowhere.csv')).status).toBe(404)
  expect((await visit.get('/processes/strait-of-marrow?colour=red')).status).toBe(400)
})
