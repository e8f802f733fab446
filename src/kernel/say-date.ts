/* EDTF in words, as the pages print it. */
import { weekday } from './days.ts'
import { type Edtf, type Point, parseEdtf } from './edtf.ts'

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

function sayInterval({ from, to }: Edtf & { kind: 'interval' }): string {
  if (typeof from === 'string')
    return `until ${sayPoint(to as Point)}${from === 'unknown' ? ', start not given' : ''}`
  if (to === 'open') return `from ${sayPoint(from)} on`
  if (to === 'unknown') return `from ${sayPoint(from)}, end not given`
  return sayRange(from, to)
}

function sayMember({
  from,
  to,
}: {
  from: Point | 'open' | 'unknown'
  to: Point | 'open' | 'unknown'
}): string {
  if (typeof from === 'string') return `before ${sayPoint(to as Point)}, day not given`
  if (typeof to === 'string') return `after ${sayPoint(from)}, day not given`
  return from === to ? sayPoint(from) : `between ${sayRange(from, to, ' and ')}`
}

function sayRange(from: Point, to: Point, dash?: string): string {
  const plain = !from.qualifier && !to.qualifier && from.day && to.day
  if (plain && from.year === to.year && from.month === to.month) {
    return `${Number(from.day)}${dash ?? '–'}${sayPoint(to)}`
  }
  if (plain && from.year === to.year) return `${dayAndMonth(from)}${dash ?? ' – '}${sayPoint(to)}`
  return `${sayPoint(from)}${dash ?? ' – '}${sayPoint(to)}`
}

function sayPoint(point: Point): string {
  const words =
    point.day && point.day !== 'XX' ? `${dayAndMonth(point)} ${sayYear(point.year)}` : monthAndYear(point)
  if (point.qualifier === '~' || point.qualifier === '%') return `about ${words}`
  return point.qualifier === '?' ? `${words} (uncertain)` : words
}

function dayAndMonth(point: Point): string {
  return `${Number(point.day)} ${point.month === 'XX' ? 'of an unknown month' : MONTHS[Number(point.month) - 1]}`
}

function monthAndYear({ year, month, day }: Point): string {
  const missing = day === 'XX' ? ', day not given' : ''
  if (!month || month === 'XX') return sayYear(year)
  const number = Number(month)
  return `${number > 20 ? SEASONS[number - 21] : MONTHS[number - 1]} ${sayYear(year)}${missing}`
}

function sayYear(text: string): string {
  const year = text.replace('Y', '')
  if (year.endsWith('XX')) return `the ${year.replace('XX', '00')}s`
  if (year.endsWith('X')) return `the ${year.replace('X', '0')}s`
  return Number(year) <= 0
    ? `${1 - Number(year)} BCE`
    : String(Number(year)).padStart(year.length > 4 ? 0 : 1, '0')
}
