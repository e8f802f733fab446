import { civilDate, dayNumber, isoDate, two } from '../kernel/days.ts'
import { OPEN } from '../kernel/edtf.ts'
import { sayDate } from '../kernel/say-date.ts'
import { type Chart, partsAlong, type Step, told } from './chart.ts'

/** A round as the charts count it. Days are counted from 1970-01-01; an open end is ±OPEN. */
export interface Dated {
  id: number
  track: number
  first: number
  last: number
}

/** How long a column is: in months, and what it is called. */
interface Unit {
  months: number
  word: string
}

const YEAR = 12
const units: Unit[] = [
  { months: 1, word: 'month' },
  { months: 3, word: 'quarter' },
  { months: YEAR, word: 'year' },
  { months: 10 * YEAR, word: 'decade' },
  { months: 100 * YEAR, word: 'century' },
  ...[1000, 10_000, 100_000].map((years) => ({
    months: years * YEAR,
    word: `${years.toLocaleString('en')} years`,
  })),
]
/** More columns than these are not drawn: the next longer unit is taken. */
const COLUMNS = 72

/** Rounds over time, by month where they lie close together, else by quarter, year and longer. */
export function monthsChart(rounds: readonly Dated[]): Chart {
  const unit = unitFor(rounds)
  const { parts, open } = partsAlong(
    columnsOver(rounds, unit),
    rounds.map(({ id, first, last }) => ({ id, between: [first, last] })),
  )
  return {
    name: 'months',
    title: `Rounds by ${unit.word}`,
    words: `A round counts in the ${unit.word} in which all days lie that its date may mean.`,
    counts: 'round',
    shape: 'columns',
    parts,
    apart: told([
      { key: 'open', label: `reach over more than one ${unit.word}, or may lie in several`, ids: open },
    ]),
    limit: '',
  }
}

function isBounded({ first, last }: Pick<Dated, 'first' | 'last'>): boolean {
  return first > -OPEN && last < OPEN
}

/** In which column of the unit a day lies, counted from the year 0. */
function columnOf(day: number, { months }: Unit): number {
  const { year, month } = civilDate(day)
  return Math.floor((year * YEAR + month - 1) / months)
}

/** The shortest unit whose columns all find room. A date without an end, or as wide as a century, does not stretch the scale. */
function unitFor(rounds: readonly Dated[]): Unit {
  const [longest] = units.slice(-1) as [Unit]
  return units.find((unit) => extentIn(rounds, unit).count <= COLUMNS) ?? longest
}

function extentIn(rounds: readonly Dated[], unit: Unit): { from: number; count: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const round of rounds) {
    if (!isBounded(round)) continue
    const [first, last] = [columnOf(round.first, unit), columnOf(round.last, unit)]
    // What lies in no one column even of a century cannot be drawn by any.
    if (first !== last && round.last - round.first > 366) continue
    from = Math.min(from, first)
    to = Math.max(to, last)
  }
  return to < from ? { from: 0, count: 0 } : { from, count: to - from + 1 }
}

function columnsOver(rounds: readonly Dated[], unit: Unit): Step[] {
  const { from, count } = extentIn(rounds, unit)
  return Array.from({ length: count }, (_none, at) => columnAt(from + at, unit))
}

function columnAt(column: number, unit: Unit): Step {
  const [from, to] = [firstDay(column, unit), firstDay(column + 1, unit)]
  return { key: keyOf(column, unit), label: sayColumn(column, unit), from, to }
}

function firstDay(column: number, { months }: Unit): number {
  const month = column * months
  return dayNumber({ year: Math.floor(month / YEAR), month: (((month % YEAR) + YEAR) % YEAR) + 1, day: 1 })
}

/** "2025-07", "2025-q3", "2025", "1640-10-years": the unit is part of it, for the same chart may be drawn by another one later. */
function keyOf(column: number, unit: Unit): string {
  const { year, month } = civilDate(firstDay(column, unit))
  const start = isoDate(firstDay(column, unit)).slice(0, -6)
  if (unit.months === 1) return `${start}-${two(month)}`
  if (unit.months === 3) return `${start}-q${(month + 2) / 3}`
  return unit.months === YEAR ? start : `${year}-${unit.months / YEAR}-years`
}

/** "July 2025", "July to September 2025", "2025", "1640 to 1649". */
function sayColumn(column: number, unit: Unit): string {
  const { year, month } = civilDate(firstDay(column, unit))
  if (unit.months === 1) return sayMonth(year, month)
  if (unit.months === 3) return `${sayMonth(year, month).split(' ')[0]} to ${sayMonth(year, month + 2)}`
  const years = unit.months / YEAR
  return years === 1 ? sayYear(year) : `${sayYear(year)} to ${sayYear(year + years - 1)}`
}

function sayMonth(year: number, month: number): string {
  return sayDate(`${edtfYear(year)}-${two(month)}`)
}

function sayYear(year: number): string {
  return sayDate(edtfYear(year))
}

function edtfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  return `${Math.abs(year) > 9999 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`
}
