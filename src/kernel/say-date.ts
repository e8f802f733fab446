/* EDTF in words, as the pages print it. */
import { weekday } from './days.ts'
import { type End, type Point, parseEdtf } from './edtf.ts'

interface Span {
  from: End
  to: End
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** "23 July 2025", "14–17 March 2022", "between 3 and 7 March 2022", "about 1995". */
export function sayDate(text: string): string {
  const date = parseEdtf(text)
  if (!date) return text
  if (date.kind === 'point') return sayPoint(date.point)
  if (date.kind === 'interval') return sayInterval(date)
  return date.members.map(sayMember).join(' or ')
}

/** The same of a day that nobody may have given. */
export function sayDay(date: string | null): string {
  return date === null ? 'day not given' : sayDate(date)
}

/** The same, led by the weekday where the date is one certain day. */
export function sayDateWithWeekday(text: string): string {
  const name = weekdayOf(text)
  return name === null ? sayDate(text) : `${name} ${sayDate(text)}`
}

/** Null unless the date is one whole day. */
export function weekdayOf(text: string): string | null {
  const date = parseEdtf(text)
  if (date?.kind !== 'point' || date.point.earliest !== date.point.latest) return null
  return WEEKDAYS[weekday(date.point.earliest)] ?? null
}

function sayInterval({ from, to }: Span): string {
  if (isPoint(from) && isPoint(to)) return sayRange(from, to, '–', ' – ')
  if (isPoint(from)) return `from ${sayPoint(from)}${to === 'open' ? ' on' : ', end not given'}`
  return isPoint(to) ? `until ${sayPoint(to)}${from === 'open' ? '' : ', start not given'}` : ''
}

function sayMember({ from, to }: Span): string {
  if (isPoint(from) && isPoint(to))
    return from === to ? sayPoint(from) : `between ${sayRange(from, to, ' and ', ' and ')}`
  if (isPoint(from)) return `after ${sayPoint(from)}, day not given`
  return isPoint(to) ? `before ${sayPoint(to)}, day not given` : ''
}

function isPoint(end: End): end is Point {
  return typeof end !== 'string'
}

/** What the two days share is said once; `short` joins two days of a month, `long` all else. */
function sayRange(from: Point, to: Point, short: string, long: string): string {
  const isDayToDay = [from, to].every(
    ({ qualifier, month, day }) => !qualifier && month !== 'XX' && day && day !== 'XX',
  )
  if (!isDayToDay || from.year !== to.year) return sayPoint(from) + long + sayPoint(to)
  return from.month === to.month
    ? `${Number(from.day)}${short}${sayPoint(to)}`
    : dayAndMonth(from) + long + sayPoint(to)
}

function sayPoint(point: Point): string {
  const hasDay = point.day && point.month !== 'XX' && point.day !== 'XX'
  const words = hasDay ? `${dayAndMonth(point)} ${sayYear(point.year)}` : monthAndYear(point)
  if (point.qualifier === '~' || point.qualifier === '%') return `about ${words}`
  return point.qualifier === '?' ? `${words} (uncertain)` : words
}

function dayAndMonth(point: Point): string {
  return `${Number(point.day)} ${MONTHS[Number(point.month) - 1]}`
}

function monthAndYear({ year, month, day }: Point): string {
  const missing = day === 'XX' ? ', day not given' : ''
  if (month === 'XX' && day && day !== 'XX') return `${sayYear(year)}, day ${Number(day)}, month not given`
  if (!month || month === 'XX') return sayYear(year)
  const number = Number(month)
  return `${number > 20 ? SEASONS[number - 21] : MONTHS[number - 1]} ${sayYear(year)}${missing}`
}

function sayYear(text: string): string {
  const year = text.replace('Y', '')
  if (year.endsWith('XX')) return `the ${year.replace('XX', '00')}s`
  if (year.endsWith('X')) return `the ${year.replace('X', '0')}s`
  return Number(year) <= 0 ? `${1 - Number(year)} BCE` : String(Number(year))
}

/** "24 July 2025, 14:02 UTC" of milliseconds since 1970 or of a time in ISO 8601. */
export function sayMoment(moment: number | string): string {
  const iso = new Date(moment).toISOString()
  return `${sayDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`
}
