import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisOver } from '../../src/charts/axis.ts'
import { comparedTo, type Met, totalsOf } from '../../src/charts/comparing.ts'
import { dayNumber } from '../../src/kernel/days.ts'
import { boundsOf, parseEdtf } from '../../src/kernel/edtf.ts'
import { house } from '../house.ts'
import { wordsOf } from '../reading.ts'

function met(id: number, date: string): Met {
  const edtf = parseEdtf(date)
  if (!edtf) throw new Error(date)
  const { earliest, latest } = boundsOf(edtf)
  return { id, title: `Round ${id}`, date, date_earliest: earliest, date_latest: latest }
}

test.each<[string, string, [number, number], string]>([
  ['2025-05-16', '2025-06-02', [17, 17], 'day'],
  ['2025-05-16/2025-05-18', '2025-06-02', [17, 17], 'day'],
  ['2025-05-16', '2025-06-02/2025-06-04', [17, 17], 'span'],
  ['2025-05-16', '2025-06', [16, 45], 'vague'],
  ['2025-05', '2025-06-02', [2, 32], 'day'],
  ['2025-05', '2025-05-16', [0, 15], 'day'],
  ['2025-05-16', '2025-06-02/..', [17, 17], 'vague'],
])(
  'after a first round on %s, one on %s comes %j days later and is drawn as a %s',
  (first, second, since, shape) => {
    const [start, one] = comparedTo([met(1, first), met(2, second)], 'day')
    expect(start?.since).toEqual([0, 0])
    expect([one?.since, one?.shape]).toEqual([since, shape])
  },
)

test('from day zero every process begins at the same place, and on the calendar at its own', () => {
  for (const date of ['1643-11-11', '2025-05-16']) {
    expect(comparedTo([met(1, date)], 'day')[0]?.at).toEqual([0, 0])
    expect(comparedTo([met(1, date)], 'calendar')[0]?.at[0]).toBe(met(1, date).date_earliest)
  }
})

test('totals', () => {
  const totals = totalsOf(
    ['2025-05-16', '2025-06-02', '2025-06', '2025-07-23', '2025-07-30'].map((date, at) => met(at, date)),
  )
  expect(totals).toMatchObject({ rounds: 5, middleGap: 7, gaps: 2 })
  expect(totals.span).toEqual([
    dayNumber({ year: 2025, month: 5, day: 16 }),
    dayNumber({ year: 2025, month: 7, day: 30 }),
  ])
  expect(totalsOf([])).toEqual({ rounds: 0, span: null, middleGap: null, gaps: 0 })
})

describe('the axis', () => {
  const days = fc.integer({ min: -1_000_000, max: 1_000_000 })
  test('has every day between its ends, later ones further right, and a few ticks', () => {
    fc.assert(
      fc.property(
        days,
        fc.nat(500_000),
        fc.constantFrom('calendar' as const, 'day' as const),
        (first, wide, by) => {
          const { place, ticks } = axisOver(first, first + wide, by)
          expect(place(first)).toBeGreaterThanOrEqual(0)
          expect(place(first + wide)).toBeLessThanOrEqual(100)
          expect(place(first + wide)).toBeGreaterThanOrEqual(place(first))
          expect(ticks.length).toBeLessThanOrEqual(13)
          for (const { day } of ticks) expect(day >= first && day <= first + wide).toBe(true)
        },
      ),
    )
  })

  test.each<[number, number, 'calendar' | 'day', string[]]>([
    [0, 100, 'day', ['day 0', 'day 20', 'day 40', 'day 60', 'day 80', 'day 100']],
    [
      dayNumber({ year: 2025, month: 5, day: 16 }),
      dayNumber({ year: 2025, month: 7, day: 23 }),
      'calendar',
      ['Jun 2025', 'Jul 2025'],
    ],
    [
      dayNumber({ year: 1643, month: 1, day: 1 }),
      dayNumber({ year: 2026, month: 1, day: 1 }),
      'calendar',
      ['1650', '1700', '1750', '1800', '1850', '1900', '1950', '2000'],
    ],
  ])('from %s to %s by %s', (first, last, by, labels) => {
    expect(axisOver(first, last, by).ticks.map(({ label }) => label)).toEqual(labels)
  })
})

const { visit } = await house()

test('two processes stand side by side, each round with its days since the first', async () => {
  const { text } = await visit.get('/compare?process=strait-of-marrow&process=osk-valley&by=day')
  expect(wordsOf(text)).toMatch(/Rounds compared 4 2 .*Middle gap/)
  expect(wordsOf(text)).toMatch(
    /14 March 2024 Port Helm, 14 March 2024 0 2–3 April 2024 Port Helm, 2–3 April 2024 19/,
  )
  const marks = [...text.matchAll(/<a href="\/rounds\/(\d+)" aria-label=/g)].map(([, id]) => Number(id))
  expect(marks.sort()).toEqual([1, 2, 3, 4, 5, 6])
  expect(text).toContain('aria-current="true">From day zero')
})

test('as it was known on a day, later rounds are not compared', async () => {
  const { text } = await visit.get('/compare?process=strait-of-marrow&process=osk-valley&known=2024-03-20')
  expect(text).not.toContain('Port Helm, 2–3 April 2024')
})

test('leaves as CSV', async () => {
  const { text } = await visit.get('/compare.csv?process=strait-of-marrow&process=osk-valley')
  expect(text.split('\n')[2]).toBe(
    'strait-of-marrow,Strait of Marrow talks,2,"Port Helm, 2–3 April 2024",2024-04-02/2024-04-03,19,19',
  )
})

test('the list of processes and each process lead to it', async () => {
  expect((await visit.get('/processes')).text).toMatch(
    /<form action="\/compare".*name="process" value="osk-valley"/s,
  )
  expect((await visit.get('/processes/osk-valley')).text).toContain('href="/compare?process=osk-valley"')
  const { text } = await visit.get('/compare?process=osk-valley')
  expect(text).toMatch(/value="osk-valley" checked/)
  expect(wordsOf(text)).toContain('Choose two processes or more, six at most')
})

test.each([
  ['/compare?process=nowhere&process=osk-valley', 404],
  ['/compare?by=week', 400],
  [
    `/compare?${'abcdefg'
      .split('')
      .map((slug) => `process=${slug}`)
      .join('&')}`,
    400,
  ],
])('%s is refused', async (path, status) => expect((await visit.get(path)).status).toBe(status))
