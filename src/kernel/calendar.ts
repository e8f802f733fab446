/* A ladder of calendar units, by which many days are summed up in few bins. Bins are numbered; their edges are calendar edges. */
import { civilDate, dayNumber, isoDate, two } from './days.ts'
import { sayDate } from './say-date.ts'

export const units = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  '2 years',
  '5 years',
  'decade',
  '20 years',
  '50 years',
  'century',
  '500 years',
  'millennium',
  '10000 years',
] as const
export type Unit = (typeof units)[number]

const months: Record<Exclude<Unit, 'day' | 'week'>, number> = {
  month: 1,
  quarter: 3,
  year: 12,
  '2 years': 24,
  '5 years': 60,
  decade: 120,
  '20 years': 240,
  '50 years': 600,
  century: 1200,
  '500 years': 6000,
  millennium: 12_000,
  '10000 years': 120_000,
}

/** The number of the bin that a day falls into; days are counted from 1970-01-01, weeks begin on Monday. */
export function binOf(unit: Unit, day: number): number {
  if (unit === 'day') return day
  if (unit === 'week') return Math.floor((day + 3) / 7)
  const { year, month } = civilDate(day)
  return Math.floor((year * 12 + month - 1) / months[unit])
}

/** The first day of a bin. */
export function startOf(unit: Unit, bin: number): number {
  if (unit === 'day') return bin
  if (unit === 'week') return bin * 7 - 3
  const month = bin * months[unit]
  return dayNumber({ year: Math.floor(month / 12), month: (((month % 12) + 12) % 12) + 1, day: 1 })
}

/** The smallest unit of which no more than so many bins touch the span. */
export function unitFor(first: number, last: number, most: number): Unit {
  const fits = (unit: Unit) => binOf(unit, last) - binOf(unit, first) < most
  return units.find(fits) ?? '10000 years'
}

/** Bins across a window; more could not be told apart. */
const BINS = 200
/** A bin is at least so many pixels wide. */
const BIN_PX = 4

/** The unit of a window that many pixels wide, and the window widened to its edges: near windows become the same question. */
export function aligned(
  first: number,
  last: number,
  px: number,
): { unit: Unit; first: number; last: number } {
  const most = Math.max(20, Math.min(BINS, Math.floor(px / BIN_PX)))
  const unit = unitFor(first, last, most)
  return { unit, first: startOf(unit, binOf(unit, first)), last: startOf(unit, binOf(unit, last) + 1) - 1 }
}

/** The days of a bin in words: "July 2025", "1960–1969", "week of 21 July 2025". */
export function sayBin(unit: Unit, bin: number): string {
  const first = startOf(unit, bin)
  if (unit === 'day') return sayDate(edtfDay(first))
  if (unit === 'week') return `week of ${sayDate(edtfDay(first))}`
  if (unit === 'month') return sayMonth(first)
  const last = startOf(unit, bin + 1) - 1
  if (unit === 'quarter') return `${sayMonth(first).replace(/ \S+$/, '')} – ${sayMonth(last)}`
  const years = [first, last].map((day) => sayYear(civilDate(day).year))
  return [...new Set(years)].join('–')
}

function sayMonth(day: number): string {
  return sayDate(edtfDay(day).slice(0, -3))
}

/** "1643", "51 BCE": there is no year zero in words. */
export function sayYear(year: number): string {
  return year <= 0 ? `${1 - year} BCE` : String(year)
}

/** A day as EDTF, as every date box takes it: years beyond four digits begin with Y. */
export function edtfDay(day: number): string {
  const { year, month, day: date } = civilDate(day)
  return Math.abs(year) > 9999 ? `Y${year}-${two(month)}-${two(date)}` : isoDate(day)
}
