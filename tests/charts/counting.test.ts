import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersChart } from '../../src/charts/answers.ts'
import { type Chart, countOf, type Dated, type EachRound, middleOf } from '../../src/charts/chart.ts'
import { drawingOf } from '../../src/charts/drawing.ts'
import { eachGap, gapsChart } from '../../src/charts/gaps.ts'
import { headsChart, type Leading } from '../../src/charts/leading.ts'
import { lengthsChart } from '../../src/charts/lengths.ts'
import { monthsChart } from '../../src/charts/months.ts'
import { dayNumber } from '../../src/kernel/days.ts'
import { boundsOf, OPEN, parseEdtf } from '../../src/kernel/edtf.ts'

/** A round of track 1, or another, dated as it is written. */
function round(id: number, date: string, track = 1): Dated {
  const edtf = parseEdtf(date)
  if (!edtf) throw new Error(date)
  const { earliest, latest } = boundsOf(edtf)
  return { id, track, first: earliest, last: latest }
}

/** As the census goes through them. */
const inOrder =
  (rounds: readonly Dated[]): EachRound =>
  (visit) => {
    for (const one of rounds.toSorted((a, b) => a.first - b.first || a.id - b.id)) visit(one)
  }

const counts = ({ parts }: Chart) =>
  Object.fromEntries(parts.filter((part) => countOf(part) > 0).map((part) => [part.key, countOf(part)]))
const apart = (chart: Chart) => Object.fromEntries(chart.apart.map(({ key, ids }) => [key, [...ids]]))
const everything = ({ parts, apart }: Chart) => [...parts, ...apart].flatMap(({ ids }) => ids)

describe('rounds over time', () => {
  test.each<[string, string[], Record<string, number>, number[]]>([
    [
      'by month',
      ['2025-05-16', '2025-06-02', '2025-07-23', '2025-07'],
      { '2025-05': 1, '2025-06': 1, '2025-07': 2 },
      [],
    ],
    [
      'a round over the end of a month stands apart',
      ['2025-06-30/2025-07-02', '2025-07-23'],
      { '2025-07': 1 },
      [1],
    ],
    [
      'by quarter',
      ['2015-01-05', '2018-02-01', '2021-04-01', '2024-06-30'],
      { '2015-q1': 1, '2018-q1': 1, '2021-q2': 1, '2024-q2': 1 },
      [],
    ],
    ['by year', ['1950-01-05', '1970', '1990-12-31', '2025'], { 1950: 1, 1970: 1, 1990: 1, 2025: 1 }, []],
    [
      'by decade',
      ['1643', '1700-10-24', '1780', '1850'],
      { '1640-10-years': 1, '1700-10-years': 1, '1780-10-years': 1, '1850-10-years': 1 },
      [],
    ],
    [
      'by year, cut where centuries are empty',
      ['1643', '1645', '1951', '1988', '2025'],
      { 1643: 1, 1645: 1, 1951: 1, 1988: 1, 2025: 1 },
      [],
    ],
    [
      'by century, before our era too',
      ['-0420', '0200', '0900', '1648'],
      { '-500-100-years': 1, '200-100-years': 1, '900-100-years': 1, '1600-100-years': 1 },
      [],
    ],
    ['an open end stretches nothing', ['2025-07-23', '2025-08-01/..'], { '2025-07': 1 }, [2]],
    ['nor does a century', ['2025-07-23', '17XX'], { '2025-07': 1 }, [2]],
  ])('%s', (_words, dates, expected, open) => {
    const chart = monthsChart(inOrder(dates.map((date, at) => round(at + 1, date))))
    expect(counts(chart)).toEqual(expected)
    expect(apart(chart).open ?? []).toEqual(open)
  })

  test('columns are named in words', () => {
    const labelsOf = (...dates: string[]) =>
      monthsChart(inOrder(dates.map((date, at) => round(at, date)))).parts.map(({ label }) => label)
    expect(labelsOf('2025-07-23')).toEqual(['July 2025'])
    expect(labelsOf('2010-01-01', '2016-01-01', '2020-01-01', '2024-12-31').at(-1)).toBe(
      'October to December 2024',
    )
    expect(labelsOf('1643', '1670', '1702')).toContain('1643')
    expect(labelsOf('1643', '1750', '2025')[0]).toBe('1640 to 1649')
    expect(labelsOf('-0043', '0500', '2025')[0]).toBe('101 BCE to 2 BCE')
    expect(labelsOf()).toEqual([])
  })

  const days = fc.integer({
    min: dayNumber({ year: -3000, month: 1, day: 1 }),
    max: dayNumber({ year: 3000, month: 1, day: 1 }),
  })
  const dated = fc
    .array(
      fc.record({
        track: fc.integer({ min: 1, max: 4 }),
        first: fc.oneof(days, fc.constant(-OPEN), fc.integer({ min: 20_000, max: 21_000 })),
        lasts: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(4000), fc.constant(3 * OPEN)),
      }),
      { maxLength: 60 },
    )
    .map((all): Dated[] =>
      all.map(({ track, first, lasts }, id) => ({ id, track, first, last: Math.min(OPEN, first + lasts) })),
    )

  test('every round counts once, in a column that holds all its days, or stands apart', () => {
    fc.assert(
      fc.property(dated, (rounds) => {
        const chart = monthsChart(inOrder(rounds))
        expect(everything(chart).toSorted((a, b) => a - b)).toEqual(rounds.map(({ id }) => id))
        expect(chart.parts.length).toBeLessThanOrEqual(96)
        expect(chart.parts.filter(({ isAfterCut }) => isAfterCut).length).toBeLessThanOrEqual(1)
        expect(new Set(chart.parts.map(({ key }) => key)).size).toBe(chart.parts.length)
      }),
    )
  })

  test('every round but the first of its track has one gap before it', () => {
    fc.assert(
      fc.property(dated, (rounds) => {
        const tracks = new Set(rounds.map(({ track }) => track)).size
        expect(everything(gapsChart(inOrder(rounds)))).toHaveLength(rounds.length - tracks)
        eachGap(inOrder(rounds), (_id, least, most) => expect(least).toBeLessThanOrEqual(most))
      }),
    )
  })

  test('no mark of a drawing is without its row, and the tallest fills it', () => {
    fc.assert(
      fc.property(dated, (rounds) => {
        const chart = monthsChart(inOrder(rounds))
        const { marks } = drawingOf(chart, ({ key }) => key)
        expect(marks.map(({ href }) => href)).toEqual(
          Object.keys(counts(chart)).length
            ? chart.parts.filter((p) => countOf(p) > 0).map(({ key }) => key)
            : [],
        )
        if (marks.length > 0) expect(Math.max(...marks.map(({ height }) => height))).toBe(150)
      }),
    )
  })
})

test('a gap counts where it certainly lies', () => {
  const chart = gapsChart(
    inOrder([
      round(1, '2025-05-16'),
      round(2, '2025-06-02'),
      round(3, '2025-06-04/2025-06-08'),
      round(4, '2025-07'),
      round(5, '2025-06-03', 2),
    ]),
  )
  expect(counts(chart)).toEqual({ '7-to-29-days': 1, 'under-7-days': 1 })
  expect(apart(chart)).toEqual({ open: [4] })
})

test.each<[number | null, string | null, string]>([
  [59, 'exact', 'under-1-hour'],
  [60, null, '1-to-2-hours'],
  [60, 'less than', 'under-1-hour'],
  [60, 'at most', 'open'],
  [120, 'about', '2-to-4-hours'],
  [120, 'at least', 'open'],
  [10_000, 'more than', '3-days'],
  [null, null, 'not-recorded'],
])('a length of %s minutes, %s, counts as %s', (duration_minutes, duration_exactness, key) => {
  const chart = lengthsChart([{ id: 7, duration_minutes, duration_exactness }], '')
  expect([...chart.parts, ...chart.apart].filter(({ ids }) => ids.includes(7)).map(({ key }) => key)).toEqual(
    [key],
  )
})

test('a party changed its heads where others led than at the round of the track before', () => {
  const led = (round_id: number, track_id: number, ...people: number[]): Leading[] =>
    people.map((person_id) => ({
      round_id,
      track_id,
      date_earliest: round_id,
      party_id: 2,
      party: 'Ukraine',
      person_id,
    }))
  const chart = headsChart(
    [...led(5, 1, 10), ...led(3, 1, 10, 11), ...led(4, 1, 11, 10), ...led(1, 2, 12), ...led(2, 2, 12)],
    '',
  )
  expect(chart.parts).toEqual([{ key: 'party-2', label: 'Ukraine', ids: [5], note: '3 heads at 5 rounds' }])
})

test('the first answer counts from the day the proposal was made', () => {
  const event = (verb: string, date: string) => {
    const { first, last } = round(0, date)
    return { verb, date_earliest: first, date_latest: last }
  }
  const day = dayNumber({ year: 2026, month: 1, day: 1 })
  const course = (id: number, ...events: Array<ReturnType<typeof event>>) => ({
    day,
    proposal: { id },
    events,
  })
  const chart = answersChart(
    [
      course(
        1,
        event('made', '2025-06-02'),
        event('restated', '2025-06-03'),
        event('rejected', '2025-06-12'),
        event('accepted', '2025-12-01'),
      ),
      course(2, event('made', '2025-06'), event('deferred', '2025-07-03')),
      course(3, event('made', '2025-06-02'), event('accepted', '2026-06-02')),
      course(4, event('rejected', '2025-06-12')),
      course(5),
    ],
    '',
  )
  expect(counts(chart)).toEqual({ '7-to-29-days': 1 })
  expect(apart(chart)).toEqual({ open: [2, 4], 'no-answer': [3, 5] })
})

test('the middle of an even number is the lower one', () => {
  expect([middleOf([3, 1, 2]), middleOf([4, 1, 3, 2]), middleOf([])]).toEqual([2, 2, null])
})
