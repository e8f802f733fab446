import { isoDate } from '../kernel/days.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted, sayNumber } from '../kernel/words.ts'
import { axisOver } from './axis.ts'
import { type Alignment, type Compared, comparedTo, type Met, totalsOf } from './comparing.ts'

/** One process of a comparison with what was read of it. */
export interface Side<R extends Met = Met> {
  slug: string
  title: string
  /** In order of time, as many as are compared. */
  rounds: R[]
  /** How many there are in all. */
  count: number
  venues: number
  heads: number
}

const STRIP = 64
const LINE = 40

/** A strip for each process on one axis; places are in per cent. */
export function stripsOf(sides: readonly Side[], by: Alignment) {
  const compared = sides.map(({ rounds }) => comparedTo(rounds, by))
  const days = compared.flat().flatMap(({ at }) => at)
  if (days.length === 0) return null
  const axis = axisOver(Math.min(...days), Math.max(...days), by)
  return {
    height: sides.length * STRIP + 26,
    floor: sides.length * STRIP + 2,
    strips: sides.map(({ title }, nth) => ({
      title,
      y: nth * STRIP + 16,
      line: nth * STRIP + LINE,
      marks: (compared[nth] ?? []).map((one) => markOf(one, axis.place, nth * STRIP + LINE)),
    })),
    ticks: axis.ticks.map(({ day, label }, nth) => ({
      x: per(axis.place(day)),
      label,
      isMinor: nth % 3 !== 0,
    })),
  }
}

/** A day is a dot, days it lasted a bar, days of which nobody said which a pale bar. */
function markOf(
  { round, at: [first, last], shape }: Compared<Met>,
  place: (day: number) => number,
  y: number,
) {
  return {
    href: `/rounds/${round.id}`,
    name: `${round.title}: ${sayDate(round.date)}`,
    isDot: shape === 'day',
    isVague: shape === 'vague',
    x: per(place(first)),
    width: per(Math.max(1.2, place(last) - place(first))),
    y,
  }
}

function per(place: number): string {
  return `${Math.round(place * 100) / 100}%`
}

/** The rounds of each process as a table of its own: date, days since the first. */
export function tablesOf(sides: readonly Side[]) {
  return sides.map(({ slug, title, rounds, count }) => ({
    href: `/processes/${slug}`,
    title,
    limit:
      count > rounds.length
        ? `The first ${sayNumber(rounds.length)} of ${counted(count, 'round')} are compared.`
        : '',
    isEmpty: rounds.length === 0,
    rows: comparedTo(rounds, 'day').map(({ round, since }, nth) => ({
      number: nth + 1,
      href: `/rounds/${round.id}`,
      title: round.title,
      date: sayDate(round.date),
      since: saySince(since),
    })),
  }))
}

/** "0", "17", "12 to 46" */
export function saySince([least, most]: readonly [number, number]): string {
  return least === most ? sayNumber(least) : `${sayNumber(least)} to ${sayNumber(most)}`
}

/** A column for each process. */
export function totalRowsOf(sides: readonly Side[]) {
  const totals = sides.map(({ rounds }) => totalsOf(rounds))
  const row = (label: string, cells: string[]) => ({
    label,
    cells: cells.map((text, nth) => ({ text, side: sides[nth]?.title ?? '' })),
  })
  return [
    row(
      'Rounds compared',
      totals.map(({ rounds }) => sayNumber(rounds)),
    ),
    row(
      'From first to last',
      totals.map(({ span }) => saySpan(span)),
    ),
    row(
      'Middle gap',
      totals.map(({ middleGap, gaps }) => sayGap(middleGap, gaps)),
    ),
    row(
      'Venues',
      sides.map(({ venues }) => sayNumber(venues)),
    ),
    row(
      'Heads of delegation',
      sides.map(({ heads }) => sayNumber(heads)),
    ),
  ]
}

function saySpan(span: readonly [number, number] | null): string {
  if (span === null) return 'no round'
  const [first, last] = span
  return `${counted(last - first + 1, 'day')}, ${sayDate(isoDate(first))} to ${sayDate(isoDate(last))}`
}

function sayGap(middle: number | null, gaps: number): string {
  if (middle === null) return 'no gap known to the day'
  const of = gaps === 1 ? 'the one gap' : `of ${counted(gaps, 'gap')}`
  return `${counted(middle, 'day')}, ${of} known to the day`
}
