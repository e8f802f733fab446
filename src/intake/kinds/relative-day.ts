/* "Tuesday", "yesterday", "two weeks ago": days counted from the reference date. */
import { civilDate, dayNumber, isoDate, weekday } from '../../kernel/days.ts'
import { sayDate, sayDateWithWeekday } from '../../kernel/say-date.ts'
import { weekdays } from '../../sources/fields.ts'
import { NUMBER, numberOf, WEEKDAY, weekdayNamed } from './calendar.ts'
import type { Around } from './near.ts'
import { looksAhead } from './tense.ts'

const PAPER =
  /^ (?:Times|Post|Mail|Herald|Telegraph|Express|Mirror|Star|Observer|Tribune|Standard|Nation|World)\b/
/** A weekday is the last one there was; where the sentence looks ahead, the next; "this Saturday" is the nearest. */
export function weekdayNear(found: RegExpExecArray, { reference, sentence }: Around) {
  const name = weekdayNamed(new RegExp(WEEKDAY).exec(found[0])?.[0])
  // "24 October, a Friday" names no other day.
  if (name === null || /\ban? $/.test(sentence.text.slice(0, found.index))) return null
  // "The Sunday Times"
  if (PAPER.test(sentence.text.slice(found.index + found[0].length))) return null
  if (reference === null)
    return { edtf: null, weekday: name, isRelative: true, says: 'No reference date is chosen.' }
  const at = weekdays.indexOf(name)
  const week = / (last|next|this) week$/.exec(found[0])?.[1]
  if (week !== undefined) {
    const edtf = isoDate(mondayOf(reference, week) + at)
    return { edtf, weekday: name, isRelative: true, says: against(edtf, reference) }
  }
  const isNext =
    /^(?:next|the following|(?:the |this )?coming)/.test(found[0]) ||
    (!/^last/.test(found[0]) &&
      (looksAhead(sentence.text, found.index) || isAnnounced(sentence, found.index)))
  const back = (weekday(reference) - at + 7) % 7
  const day =
    isNext || (/^this/.test(found[0]) && back > 3)
      ? reference + ((7 - back) % 7 || 7)
      : reference - (/^last|previous/.test(found[0]) ? back || 7 : back)
  const edtf = isoDate(day)
  return { edtf, weekday: name, isRelative: true, says: against(edtf, reference) }
}

/** The headline "Leaders to meet on Friday" */
function isAnnounced({ isHeadline, text }: Around['sentence'], at: number): boolean {
  return isHeadline && / to \p{Ll}/u.test(text.slice(0, at))
}

function against(edtf: string, reference: number): string {
  return `Read as ${sayDateWithWeekday(edtf)}, counted from ${sayDate(isoDate(reference))}.`
}

const DAYS: Record<string, number> = {
  'the day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  'last night': -1,
  'last evening': -1,
}

export function relativeDay(words: string, { reference }: Around) {
  if (reference === null) return { edtf: null, isRelative: true, says: 'No reference date is chosen.' }
  const text = words.toLowerCase()
  const edtf =
    text in DAYS
      ? isoDate(reference + (DAYS[text] ?? 0))
      : (counted(text, reference) ?? span(text, reference))
  return edtf === null ? null : { edtf, isRelative: true, says: against(edtf, reference) }
}

function counted(text: string, reference: number): string | null {
  const [, many, unit = '', way] =
    new RegExp(
      `^(?:in )?(${NUMBER}) (day|week|fortnight|month|year)s?['’]? (ago|earlier|from now|time)$`,
      'i',
    ).exec(text) ?? []
  if (many === undefined) return null
  const number = numberOf(many) * (way === 'from now' || way === 'time' ? 1 : -1)
  if (unit === 'year')
    return way === 'earlier' ? null : String(civilDate(reference).year + number).padStart(4, '0')
  if (unit === 'month') return monthsAway(reference, number)
  return isoDate(reference + number * (unit === 'fortnight' ? 14 : unit === 'week' ? 7 : 1))
}

function monthsAway(reference: number, number: number): string {
  const { year, month } = civilDate(reference)
  const at = year * 12 + month - 1 + number
  const first = isoDate(dayNumber({ year: Math.floor(at / 12), month: (((at % 12) + 12) % 12) + 1, day: 1 }))
  return first.slice(0, -3)
}

function mondayOf(reference: number, week = 'this'): number {
  return reference - weekday(reference) + (week === 'next' ? 7 : week === 'last' ? -7 : 0)
}

/** "last week" is its Monday to its Sunday. */
function span(text: string, reference: number): string | null {
  const [, way, unit] = /^(last|next) (week|month|year)$/.exec(text) ?? []
  if (unit === undefined) return null
  const step = way === 'next' ? 1 : -1
  if (unit === 'month') return monthsAway(reference, step)
  if (unit === 'year') return String(civilDate(reference).year + step).padStart(4, '0')
  const monday = mondayOf(reference, way)
  return `${isoDate(monday)}/${isoDate(monday + 6)}`
}
