import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recording } from '../../src/evidence/status-writes.ts'
import { changeRecord } from '../../src/history/record-writes.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { roundRecord } from '../../src/rounds/fields.ts'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'
import { somebody } from '../record/folders.ts'

const { db, visit } = await house()
const real = await house(join(ROOT, 'data'))

test('a person has those across the table, how often, when and where', async () => {
  const { text } = await visit.get('/people/1/met')
  expect(wordsOf(text)).toMatch(
    /Whom Iva Dvorkin met At 2 rounds held\..*1 person .*Işık Aydın Kingdom of Torland 2 rounds with Işık Aydın 14 March 2024 2–3 April 2024 Port Helm \(2\)/,
  )
  expect(wordsOf((await visit.get('/people/1/met?as=third+party')).text)).toContain(
    'Jonas Brandt League of Ports 2',
  )
})

test('a mediator has the delegations', async () => {
  expect(wordsOf((await visit.get('/people/3/met?as=delegation')).text)).toMatch(
    /2 people .*Işık Aydın Kingdom of Torland 2 rounds.*Iva Dvorkin Republic of Varenia 2 rounds/,
  )
})

test('a party has the parties', async () => {
  const { text } = await visit.get('/parties/1/met')
  expect(wordsOf(text)).toContain(
    'Kingdom of Torland 2 rounds with Kingdom of Torland 14 March 2024 2–3 April 2024 Port Helm (2)',
  )
})

test('the count leads to those rounds, which leave as CSV', async () => {
  expect(wordsOf((await visit.get('/parties/1/met/parties/2')).text)).toMatch(
    /Republic of Varenia and Kingdom of Torland .* 2 rounds .*Port Helm, 2–3 April 2024.*Port Helm, 14 March 2024/,
  )
  const csv = await visit.get('/parties/1/met/parties/2.csv')
  expect(
    csv.text
      .trim()
      .split('\n')
      .map((line) => line.split(',')[0]),
  ).toEqual(['id', '2', '1'])
  expect(wordsOf((await visit.get('/parties/1/met/parties/4')).text)).toContain('No rounds recorded')
})

test('all that was met leaves as CSV', async () => {
  const { text } = await visit.get('/parties/1/met.csv')
  expect(text.split('\n').slice(1, 3)).toEqual([
    'across,parties,2,Kingdom of Torland,,2,2024-03-14,2024-04-02/2024-04-03,Port Helm (2),2; 1',
    'third party,parties,3,League of Ports,,2,2024-03-14,2024-04-02/2024-04-03,Port Helm (2),2; 1',
  ])
})

test('whoever was met is reached from the page of the person and of the party', async () => {
  expect((await visit.get('/people/1')).text).toContain('href="/people/1/met"')
  expect((await visit.get('/parties/1')).text).toContain('href="/parties/1/met"')
})

test('as it was known on a day, a later round is no encounter', async () => {
  expect(wordsOf((await visit.get('/parties/1/met?known=2024-03-20')).text)).toContain(
    'Kingdom of Torland 1 round with',
  )
})

test('a round that was not held is no encounter', async () => {
  await recording(db, (db) => changeRecord(db, somebody, roundRecord, 2, { status: 'cancelled' }))
  expect(wordsOf((await visit.get('/parties/1/met')).text)).toContain('Kingdom of Torland 1 round with')
})

test.each([
  ['/people/99/met', 404],
  ['/people/1/met/people/99', 404],
  ['/people/1/met?as=friend', 400],
  ['/people/1/met?party=2', 400],
  ['/parties/1/met/places/2', 404],
])('%s is refused', async (path, status) => expect((await visit.get(path)).status).toBe(status))

describe.each([
  '/people/2/met',
  '/parties/4/met?as=delegation',
  '/parties/2/met?as=third+party&known=2025-07-24',
])('on the starter record, %s', (path) => {
  test('leads from each count to exactly so many rounds', async () => {
    const { text } = await real.visit.get(path)
    const counts = [...text.matchAll(/<td class="number"[^>]*><a href="([^"]*)">(\d+)</g)]
    expect(counts.length).toBeGreaterThan(2)
    for (const [, href = '', count] of counts) {
      const list = await real.visit.get(href.replaceAll('&amp;', '&'))
      expect([href, list.text]).toEqual([href, expect.stringContaining(`<p class="count">${count} round`)])
    }
  })
})
