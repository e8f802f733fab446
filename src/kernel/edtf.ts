/*
 * Uncertain dates in EDTF (ISO 8601-2:2019): level 0 and 1, intervals with open and unknown ends,
 * "one of" sets of dates or ranges, and unspecified digits. Kept as written; two bounds are derived for sorting.
 */
import { dayNumber, isoDate, monthLength } from './days.ts'

/** Bounds of a span without an end, in days; far beyond any year we read. */
export const OPEN = 1_000_000_000

/** A bound as the cell of a table: ISO 8601; empty where there is none. */
export function boundCell(day: number | null): string {
  return day === null || Math.abs(day) === OPEN ? '' : isoDate(day)
}

const YEAR_LIMIT = 999_999

export interface Point {
  text: string
  /** Digits may be unspecified: 'X'. */
  year: string
  month: string | null
  day: string | null
  /** '?' uncertain, '~' approximate, '%' both. */
  qualifier: '' | '?' | '~' | '%'
  earliest: number
  latest: number
}

export type Edtf =
  | { kind: 'point'; point: Point }
  /** An end is a point, 'open' (written ..) or 'unknown' (left empty). */
  | { kind: 'interval'; from: End; to: End }
  | { kind: 'one of'; members: Array<{ from: End; to: End }> }
export type End = Point | 'open' | 'unknown'

export interface Bounds {
  earliest: number
  latest: number
}

const POINT = /^(-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?\d{5,6})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)$/

/** Null where the text is not EDTF of the kind we keep, or names a day that does not exist. */
export function parseEdtf(text: string): Edtf | null {
  const set = /^\[(.+)\]$/.exec(text)
  if (set?.[1]) return oneOf(set[1])
  const ends = text.split('/')
  if (ends.length === 2) return interval(ends[0] ?? '', ends[1] ?? '', '/')
  const point = parsePoint(text)
  return point && { kind: 'point', point }
}

/**
 * First and last day that the date may mean. A qualifier (about, uncertain) does not widen them. An end that is
 * open has no bound; an end that nobody gave is bounded by the other one, which is all that is known.
 */
export function boundsOf(date: Edtf): Bounds {
  if (date.kind === 'point') return date.point
  const spans = date.kind === 'interval' ? [date] : date.members
  return {
    earliest: Math.min(...spans.map(({ from, to }) => bound(from, to, 'earliest', -OPEN))),
    latest: Math.max(...spans.map(({ from, to }) => bound(to, from, 'latest', OPEN))),
  }
}

function bound(end: End, other: End, side: 'earliest' | 'latest', open: number): number {
  if (typeof end !== 'string') return end[side]
  return end === 'unknown' && typeof other !== 'string' ? other[side] : open
}

function oneOf(inner: string): Edtf | null {
  const members = inner.split(',').map((part) => {
    const range = part.trim().split('..')
    if (range.length === 2) return interval(range[0] || '..', range[1] || '..', '..')
    const point = parsePoint(part.trim())
    return point && { from: point, to: point }
  })
  if (members.some((member) => member === null)) return null
  return { kind: 'one of', members: members.flatMap((member) => (member ? [member] : [])) }
}

function interval(from: string, to: string, mark: '/' | '..'): (Edtf & { kind: 'interval' }) | null {
  const ends = [from, to].map((text): End | null => {
    if (text === '..') return 'open'
    return text === '' && mark === '/' ? 'unknown' : parsePoint(text)
  })
  const [first, last] = ends
  if (!first || !last || (typeof first === 'string' && typeof last === 'string')) return null
  if (typeof first !== 'string' && typeof last !== 'string' && first.earliest > last.latest) return null
  return { kind: 'interval', from: first, to: last }
}

function parsePoint(text: string): Point | null {
  const found = POINT.exec(text)
  if (!found) return null
  const [, year = '', month = null, day = null, qualifier = ''] = found
  const years = yearsOf(year)
  const months = monthsOf(month)
  if (!years || !months) return null
  const first = { year: years.first, month: months.first, day: 1 }
  const lastYear = years.last + (months.crossesYear ? 1 : 0)
  const last = { year: lastYear, month: months.last, day: monthLength(lastYear, months.last) }
  if (day !== null && day !== 'XX') {
    const number = Number(day)
    if (months.season || number < 1) return null
    if (number > monthLength(years.last, months.last) || number > monthLength(years.first, months.first))
      return null
    first.day = number
    last.day = number
  }
  const bounds = { earliest: dayNumber(first), latest: dayNumber(last) }
  return { text, year, month, day, qualifier: qualifier as Point['qualifier'], ...bounds }
}

function yearsOf(text: string): { first: number; last: number } | null {
  const digits = text.replace('Y', '')
  const low = Number(digits.replaceAll('X', '0'))
  const high = Number(digits.replaceAll('X', '9'))
  if (Math.abs(low) > YEAR_LIMIT || digits === '-0000') return null
  return { first: Math.min(low, high), last: Math.max(low, high) }
}

interface Months {
  first: number
  last: number
  season: boolean
  crossesYear: boolean
}

/** Seasons 21 to 24 are those of the northern hemisphere: spring is March to May, winter ends in the next year. */
function monthsOf(text: string | null): Months | null {
  const whole = { season: false, crossesYear: false }
  if (text === null || text === 'XX') return { first: 1, last: 12, ...whole }
  const number = Number(text)
  if (number >= 1 && number <= 12) return { first: number, last: number, ...whole }
  if (number === 24) return { first: 12, last: 2, season: true, crossesYear: true }
  if (number >= 21 && number <= 23)
    return { first: (number - 20) * 3, last: (number - 20) * 3 + 2, season: true, crossesYear: false }
  return null
}
