/* Dates that leave the year out, read against the reference date. */
import { civilDate, isoDate, two } from '../../kernel/days.ts'
import { parseEdtf } from '../../kernel/edtf.ts'
import { readDate } from '../../kernel/read-date.ts'
import { sayDate } from '../../kernel/say-date.ts'
import type { Weekday } from '../article.ts'
import type { Sentence } from '../sentences.ts'
import { weekdayNamed } from './calendar.ts'

/** A found date: what it means, read against the reference date. */
export interface Found {
  edtf: string | null
  weekday?: Weekday | null
  isRelative?: boolean
  says?: string | null
}

export interface Around {
  reference: number | null
  sentence: Sentence
}

export function yearless(found: RegExpExecArray, reference: number | null): Found | null {
  const text = (found[2] ?? '').replace(' of ', ' ')
  const near = yearNear((year) => readDate(`${text} ${year}`), reference)
  return near && { ...near, weekday: weekdayNamed(found[1]) }
}

/** The year that brings a date closest to the reference date. */
export function yearNear(dated: (year: string) => string | null, reference: number | null): Found | null {
  if (reference === null)
    return dated('2024') === null ? null : { edtf: null, says: 'The year is not given.' }
  const { year } = civilDate(reference)
  const near = [year, year - 1, year + 1]
    .flatMap((one) => dated(String(one).padStart(4, '0')) ?? [])
    .sort((one, other) => distance(one, reference) - distance(other, reference))[0]
  return near === undefined
    ? null
    : {
        edtf: near,
        isRelative: true,
        says: `Read as ${sayDate(near)}, the nearest to ${sayDate(isoDate(reference))}.`,
      }
}

function distance(edtf: string, reference: number): number {
  const date = parseEdtf(edtf)
  if (!date) return Number.POSITIVE_INFINITY
  const start = date.kind === 'point' ? date.point : date.kind === 'interval' ? date.from : 'open'
  return typeof start === 'string' ? Number.POSITIVE_INFINITY : Math.abs(start.earliest - reference)
}

export function monthNear(found: RegExpExecArray, reference: number | null): Found | null {
  const month = readDate(`${found[1]} 2024`)
  const way = /^(last|next|since) /i.exec(found[0])?.[1]?.toLowerCase()
  if (way === undefined || reference === null || month === null)
    return yearNear((year) => readDate(`${found[1]} ${year}`), reference)
  const edtf = monthBeside(reference, Number(month.slice(5)), way)
  return { edtf, isRelative: true, says: `Counted from ${sayDate(isoDate(reference))}.` }
}

/** "last June" is the one before the reference date; "since July" may be of this month. */
function monthBeside(reference: number, month: number, way: string): string {
  const { year, month: now } = civilDate(reference)
  if (way === 'since' && month === now) return `${String(year).padStart(4, '0')}-${two(month)}`
  const back = way !== 'next' ? (month < now ? 0 : -1) : month > now ? 0 : 1
  return `${String(year + back).padStart(4, '0')}-${two(month)}`
}

/** "by the end of August": its last day. */
export function lastDayOf(text: string, reference: number | null): Found | null {
  const isYear = /^\d{4}$/.test(text) || text === 'the year'
  if (reference === null && !/\d{4}$/.test(text)) return { edtf: null, says: 'The year is not given.' }
  const { year, month } = civilDate(reference ?? 0)
  const whole =
    text === 'the year'
      ? `${year}`
      : text === 'the month'
        ? `${year}-${two(month)}`
        : (readDate(text) ?? null)
  const edtf = isYear ? `${/^\d/.test(text) ? text : year}-12` : (whole ?? ahead(text, reference))
  const point = edtf === null ? null : parseEdtf(edtf)
  if (point?.kind !== 'point') return null
  const day = isoDate(point.point.latest)
  return { edtf: day, isRelative: !/\d{4}$/.test(text), says: `Read as ${sayDate(day)}.` }
}

/** A deadline lies ahead: "the end of January" said in December. */
function ahead(month: string, reference: number | null): string | null {
  const { year, month: now } = civilDate(reference ?? 0)
  const read = readDate(`${month} ${year}`)
  return read !== null && Number(read.slice(5, 7)) < now ? readDate(`${month} ${year + 1}`) : read
}
