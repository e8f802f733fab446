import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../src/kernel/root.ts'
import { house, type OpenHouse } from '../house.ts'

const SEED_ROUND = 1001
const SEED_ARTICLE = 1001

let parley: OpenHouse
beforeAll(async () => {
  parley = await house(join(ROOT, 'data'))
}, 60_000)

describe('the seed article', () => {
  const statements = Array.from({ length: 19 }, (_, at) => `A${at + 1}`)

  test.each(statements)('%s is carried by a claim with its place in the article', async (statement) => {
    const claims = await parley.db
      .selectFrom('claim')
      .select(['note', 'locator'])
      .where('source_id', '=', SEED_ARTICLE)
      .where('locator', 'is not', null)
      .execute()
    const own = new RegExp(`\\b${statement}\\b`)
    expect(claims.filter(({ note }) => own.test(note ?? '')).length).toBeGreaterThan(0)
  })

  test('its own errors are on record: the weekday, and three degrees of certainty', async () => {
    const printed = await parley.db
      .selectFrom('claim')
      .select('weekday_printed')
      .where('source_id', '=', SEED_ARTICLE)
      .where('field', '=', 'date')
      .execute()
    expect(printed).toContainEqual({ weekday_printed: 'Tuesday' })
    const page = await parley.visit.get(`/rounds/${SEED_ROUND}`)
    expect(page.text).toContain('One source prints “Tuesday”.')
    for (const words of ['preliminary agreement', 'being planned']) expect(page.text).toContain(words)
  })

  test('its chain to an unnamed source of TASS is told on the page', async () => {
    const page = await parley.visit.get(`/rounds/${SEED_ROUND}`)
    expect(page.text.replace(/\s+/g, ' ')).toMatch(
      /azerbaijan\.us<\/li><li class="named">TASS<\/li><li class="unnamed">/,
    )
  })
})

test('no quote is longer than a dozen words', async () => {
  const quotes = await parley.db
    .selectFrom('claim')
    .select(['id', 'quote'])
    .where('quote', 'is not', null)
    .execute()
  expect(quotes.length).toBeGreaterThan(0)
  expect(quotes.filter(({ quote }) => String(quote).split(/\s+/).length > 12)).toEqual([])
})

test('thirteen negotiations are on record, each with rounds', async () => {
  const rounds = await parley.db
    .selectFrom('process')
    .innerJoin('track', 'track.process_id', 'process.id')
    .innerJoin('round', 'round.track_id', 'track.id')
    .select((of) => ['process.slug', of.fn.count('round.id').as('rounds')])
    .groupBy('process.slug')
    .execute()
  expect(rounds).toHaveLength(13)
})

test('all ten direct rounds of 2022 and 2025 are listed', async () => {
  const { text } = await parley.visit.get('/rounds.csv?process=russia-ukraine-direct-talks&sort=date')
  const dates = text.match(/,(2022|2025)-\d\d-\d\d(\/2022-\d\d-\d\d)?,(?=20)/g)
  expect(dates).toEqual([
    ',2022-02-28,',
    ',2022-03-03,',
    ',2022-03-07,',
    ',2022-03-10,',
    ',2022-03-14/2022-03-17,',
    ',2022-03-21,',
    ',2022-03-29,',
    ',2025-05-16,',
    ',2025-06-02,',
    ',2025-07-23,',
  ])
})

test('Rustem Umerov bears the office he held that day', async () => {
  const held = await parley.db
    .selectFrom('delegate')
    .innerJoin('delegation', 'delegation.id', 'delegate.delegation_id')
    .innerJoin('round', 'round.id', 'delegation.round_id')
    .innerJoin('office', 'office.id', 'delegate.office_id')
    .innerJoin('track', 'track.id', 'round.track_id')
    .where('delegate.person_id', '=', 2)
    .where('track.process_id', '=', 1)
    .select(['round.date', 'office.title'])
    .orderBy('round.date')
    .execute()
  expect(held).toEqual([
    { date: '2022-02-28', title: 'Member of parliament' },
    { date: '2025-05-16', title: 'Minister of Defence' },
    { date: '2025-06-02', title: 'Minister of Defence' },
    { date: '2025-07-23', title: 'Secretary of the National Security and Defense Council' },
  ])
})

test('uncertain things stay uncertain: two venues at once, a day of two, a place not disclosed', async () => {
  const { db } = parley
  const doubled = await db
    .selectFrom('session')
    .innerJoin('round', 'round.id', 'session.round_id')
    .innerJoin('track', 'track.id', 'round.track_id')
    .innerJoin('process', 'process.id', 'track.process_id')
    .where('slug', '=', 'westphalia')
    .where('session.venue_id', 'is not', null)
    .select((of) => ['round.id', of.fn.count('session.venue_id').distinct().as('venues')])
    .groupBy('round.id')
    .execute()
  expect(doubled.some(({ venues }) => Number(venues) > 1)).toBe(true)
  const fuzzy = await db.selectFrom('round').select('date').where('date', 'like', '[1951-08-22%').execute()
  const hidden = await db.selectFrom('venue').select('id').where('kind', '=', 'undisclosed').execute()
  expect(fuzzy.length).toBeGreaterThan(0)
  expect(hidden.length).toBeGreaterThan(0)
})

test('what the accounts dispute is marked: the length of the seed round, and whether civilians are part of it', async () => {
  const { text } = await parley.visit.get(`/rounds/${SEED_ROUND}`)
  const marked = (words: string) => {
    const from = text.slice(text.indexOf(words))
    return /mark-(unsourced|single|several|agreed|disputed)/.exec(from)?.[1]
  }
  expect(marked('<dt>Length</dt>')).toBe('disputed')
  expect(marked('<dt>Began</dt>')).toBe('agreed')
  expect(marked('<h3>Civilians in the exchange')).toBe('disputed')
})

test('a clock time that a source gives as a bound reads as before or after, not as more or less', async () => {
  const { text } = await parley.visit.get('/rounds/2009')
  expect(text).toContain('<p class="claim-value">after 14:30</p>')
})
