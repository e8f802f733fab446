/* Dates that leave the year out, read against the reference date. */
import { civilDate, isoDate, two } from '../../kernel/days.ts'
import { parseEdtf } from '../../kernel/edtf.ts'
import { readDate } from '../../kernel/read-date.ts'
import { sayDate } from '../../kernel/say-date.ts'
import type { Weekday } from '../article.ts'
import type { Sentence } from '../sentences.ts'
import { weekdayNamed } from './calendar.ts'
import { ENDED, looksAhead, OPENS } from './tense.ts'

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
  /** The date that the text gave before. */
  last: string | null
}

export type Pattern = [RegExp, (found: RegExpExecArray, around: Around) => Found | null]

export function yearless(
  found: RegExpExecArray,
  reference: number | null,
  text = (found[2] ?? '').replace(' of ', ' '),
): Found | null {
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

/** "in January": the last or the next one, as the sentence looks back or ahead; else the nearest. */
export function monthNear(found: RegExpExecArray, { reference, sentence: { text } }: Around): Found | null {
  const name = found.slice(1).find((one) => one !== undefined)
  const month = readDate(`${name} 2024`)
  if (reference === null || month === null) return yearNear((year) => readDate(`${name} ${year}`), reference)
  const said = /^(?:the )?(last|next|since|following) /i.exec(found[0])?.[1]?.toLowerCase()
  if (said === 'following') return null
  const before = text.slice(Math.max(0, found.index - 60), found.index)
  const way =
    said ??
    (looksAhead(text, found.index)
      ? 'ahead'
      : ENDED.test(before) || OPENS.test(text.slice(found.index === 0 ? found[0].length : text.length))
        ? 'back'
        : null)
  if (way === null) return yearNear((year) => readDate(`${name} ${year}`), reference)
  const edtf = monthBeside(reference, Number(month.slice(5)), way)
  return { edtf, isRelative: true, says: `Counted from ${sayDate(isoDate(reference))}.` }
}

/** "last June" is the one before the reference date, "next June" the one behind it; others may be of this month. */
function monthBeside(reference: number, month: number, way: string): string {
  const { year, month: now } = civilDate(reference)
  const isAhead = way === 'next' || way === 'ahead'
  if (month === now) return of(way === 'last' ? year - 1 : way === 'next' ? year + 1 : year, month)
  return of(isAhead ? (month > now ? year : year + 1) : month < now ? year : year - 1, month)
}

function of(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}`
}

/** "by the end of August": its last day. */
export function lastDayOf(text: string, reference: number | null): Found | null {
  const isYear = /^\d{4}$/.test(text) || text === 'the year'
  if (reference === null && !/\d{4}$/.test(text)) return { edtf: null, says: 'The year is not given.' }
  const { year, month } = civilDate(reference ?? 0)
  const [, way, unit] = /^(this|next|last) (month|year)$/.exec(text) ?? []
  const step = way === 'next' ? 1 : way === 'last' ? -1 : 0
  if (unit === 'year') return lastDayOf(`${year + step}`, reference)
  if (unit === 'month') {
    const at = year * 12 + month - 1 + step
    return lastDay(of(Math.floor(at / 12), (at % 12) + 1), true)
  }
  const whole =
    text === 'the year'
      ? `${year}`
      : text === 'the month'
        ? `${year}-${two(month)}`
        : (readDate(text) ?? null)
  const edtf = isYear ? `${/^\d/.test(text) ? text : year}-12` : (whole ?? ahead(text, reference))
  return lastDay(edtf, !/\d{4}$/.test(text))
}

function lastDay(edtf: string | null, isRelative: boolean): Found | null {
  const point = edtf === null ? null : parseEdtf(edtf)
  if (point?.kind !== 'point') return null
  const day = isoDate(point.point.latest)
  return { edtf: day, isRelative, says: `Read as ${sayDate(day)}.` }
}

/** A deadline lies ahead: "the end of January" said in December. */
function ahead(month: string, reference: number | null): string | null {
  const { year, month: now } = civilDate(reference ?? 0)
  const read = readDate(`${month} ${year}`)
  return read !== null && Number(read.slice(5, 7)) < now ? readDate(`${month} ${year + 1}`) : read
}
