/* Days as English texts write them. What a text leaves out is taken from the reference date, and said. */

import { isoDate, two } from '../../kernel/days.ts'
import { readDate } from '../../kernel/read-date.ts'
import { sayDate } from '../../kernel/say-date.ts'
import type { DateMark } from '../article.ts'
import { marked, type Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { DAY_PART, MONTH, NUMBER, WEEKDAY, weekdayNamed } from './calendar.ts'
import { datedByOrdinal, daysOnward, monthAlone, ofYear, yearAlone } from './incomplete-date.ts'
import { type Found, lastDayOf, type Pattern, yearless, yearNear } from './near.ts'
import { periods } from './periods.ts'
import { relativeDay, weekdayNear } from './relative-day.ts'
import { HAPPENED } from './tense.ts'

const DAY = '(?:\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?:1[0-9]|20)\\d{2}'
const LED = `(?:(${WEEKDAY}),?(?: the)? )?`
const TO = '\\s?(?:-|–|—|/|to|and|until|through)\\s?'

const patterns: Pattern[] = [
  ...periods,
  ...ofYear,
  [/\b\d{4}-\d{2}-\d{2}\b/, ([text]) => plain(text)],
  ...datedByOrdinal,
  [new RegExp(`\\b${LED}(${DAY}${TO}${DAY} (?:of )?${MONTH},? ${YEAR})\\b`), (found) => range(found, null)],
  [new RegExp(`\\b${LED}(${MONTH} ${DAY}${TO}${DAY},? ${YEAR})\\b`), (found) => range(found, null)],
  [new RegExp(`\\b${LED}(${DAY} (?:of )?${MONTH},? ${YEAR})\\b`), (found) => day(found[2], found[1])],
  [new RegExp(`\\b${LED}(${MONTH} ${DAY},? ${YEAR})\\b`), (found) => day(found[2], found[1])],
  [/\b\d{1,2}[./]\d{1,2}[./](?:1[0-9]|20)\d{2}\b/, ([text]) => numeric(text)],
  [
    new RegExp(`\\b${LED}(${DAY}${TO}${DAY} (?:of )?${MONTH})\\b`),
    (found, { reference }) => range(found, reference),
  ],
  [
    new RegExp(`\\b${LED}(${MONTH} ${DAY}${TO}${DAY})(?![\\d:])\\b`),
    (found, { reference }) => range(found, reference),
  ],
  [new RegExp(`\\b${LED}(${DAY} (?:of )?${MONTH})\\b`), (found, { reference }) => yearless(found, reference)],
  [
    new RegExp(`\\b${LED}(${MONTH} ${DAY})(?![\\d:])\\b`),
    (found, { reference }) => yearless(found, reference),
  ],
  [
    new RegExp(
      `\\b(?:the )?[Ee]nd(?: of |-)(${MONTH}(?:,? ${YEAR})?|the (?:month|year)|(?:this|next|last) (?:month|year)|${YEAR})\\b`,
    ),
    ([, text = ''], { reference }) => lastDayOf(text, reference),
  ],
  [
    new RegExp(`\\b(?:(?:early|mid|late)[- ])?(${MONTH},? (?:of )?${YEAR})\\b`),
    ([, text]) => plain(text?.replace(' of', '')),
  ],
  [/\b(?:spring|summer|autumn|fall|winter)(?: of)? (?:1[0-9]|20)\d{2}\b/, ([text]) => plain(text)],
  [
    new RegExp(
      `\\b(?:(?:last|next|this|the previous|the following|the coming|(?:this )?coming) )?(${WEEKDAY})(?:['’]s)?(?: ${DAY_PART})?(?:,? (?:of )?(?:last|next|this) week)?\\b`,
    ),
    (found, around) => weekdayNear(found, around),
  ],
  [
    new RegExp(
      `\\b(?:the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|(?:${NUMBER}) (?:days?|weeks?|fortnights?|months?|years?) (?:ago|earlier|from now)|in (?:${NUMBER}) (?:days|weeks|months)['’]? time|(?:last|next) (?:week|month|year)(?! (?:of|in)\\b)|(?:this|last) (?:morning|afternoon|evening|night))\\b`,
      'i',
    ),
    ([text], around) => relativeDay(text, around),
  ],
  ...daysOnward,
  ...monthAlone,
  ...yearAlone,
]

const all = patterns.map(
  ([pattern, read]): Pattern => [new RegExp(pattern.source, `${pattern.flags}g`), read],
)

/** Every distinct date of the text, once for each way of writing it. */
export function datesIn(reading: Reading): DateMark[] {
  const seen = new Set<string>()
  return sameDays(
    reading,
    reading.sentences.reduce<DateMark[]>((before, sentence) => {
      before.push(...datesOf(reading, sentence, before.at(-1)))
      return before
    }, []),
  ).filter(({ words, value }) => {
    const key = `${value.edtf ?? words} ${value.weekday ?? ''} ${value.isRelative}`
    return !seen.has(key) && seen.add(key)
  })
}

/** "due to resume on Thursday", and further on "the money is for Thursday": the day ahead, unless something happened on it. */
function sameDays({ article, reference }: Reading, dates: DateMark[]): DateMark[] {
  if (reference === null) return dates
  const ahead = new Map<string, DateMark>()
  return dates.map((one) => {
    const { edtf, weekday } = one.value
    if (weekday === null || edtf === null || !one.value.isRelative || !/^\p{L}+day$/u.test(one.words))
      return one
    const earlier = ahead.get(weekday)
    if (edtf > isoDate(reference)) ahead.set(weekday, earlier ?? one)
    else if (earlier && !HAPPENED.test(article.text.slice(Math.max(0, one.start - 60), one.start)))
      return { ...one, value: earlier.value, says: earlier.says }
    return one
  })
}

function datesOf(reading: Reading, sentence: Sentence, before: DateMark | undefined): DateMark[] {
  const taken: DateMark[] = []
  for (const [pattern, read] of all)
    for (const found of sentence.text.matchAll(pattern)) {
      const { start, end } = placeOf(found, sentence)
      if (taken.some((one) => one.start < end && start < one.end)) continue
      const last = (taken.filter((one) => one.end <= start).at(-1) ?? before)?.value.edtf ?? null
      const date = read(found, { reference: reading.reference, sentence, last })
      if (!date) continue
      const value = { edtf: date.edtf, weekday: date.weekday ?? null, isRelative: date.isRelative ?? false }
      taken.push(marked(reading, 'date', { start, end }, value, date.says ?? null))
    }
  return taken.sort((one, other) => one.start - other.start)
}

/** "in" of "in 2022" tells that it is a year and is no part of it. */
function placeOf(found: RegExpExecArray, sentence: Sentence) {
  const lead =
    /^(?:in|since|until|before|after|by|of|from|to|between|as (?:late|early|recently) as|during|for|early|late|mid-?|mid) ?(?=[\dA-Z])/i.exec(
      found[0],
    )?.[0] ?? ''
  const isYear =
    /^\d{4}$/.test(found[0].slice(lead.length)) || /^\p{Lu}\p{Ll}+$/u.test(found[0].slice(lead.length))
  const skip = isYear ? lead.length : 0
  const start = sentence.start + found.index + skip
  return { start, end: sentence.start + found.index + found[0].length }
}

function plain(text = '', weekday?: string): Found | null {
  const edtf = readDate(text.replace(' of ', ' '))
  return edtf === null ? null : { edtf, weekday: weekdayNamed(weekday) }
}

/** A day that the calendar does not have is odd, and no month instead. */
function day(text = '', weekday?: string): Found {
  return plain(text, weekday) ?? { edtf: null, says: 'There is no such day.' }
}

function numeric(text: string): Found | null {
  const [first = 0, second = 0, year = 0] = text.split(/[./]/).map(Number)
  if (text.includes('.')) return plain(text)
  const asDay = (day: number, month: number) => readDate(`${year}-${two(month)}-${two(day)}`)
  const [european, american] = [asDay(first, second), asDay(second, first)]
  if (european && american && european !== american)
    return { edtf: null, says: `May be ${sayDate(european)} or ${sayDate(american)}.` }
  const edtf = european ?? american
  return edtf === null ? null : { edtf, says: `Read as ${sayDate(edtf)}.` }
}

function range(found: RegExpExecArray, reference: number | null): Found | null {
  const text = (found[2] ?? '').replace(/(?<=\d)(?:st|nd|rd|th)/g, '').replace(' of ', ' ')
  const dashed = text.replace(new RegExp(`(?<=\\d)${TO}(?=\\d)`), '–')
  const american = new RegExp(`^(${MONTH}) (\\d{1,2})–(\\d{1,2})(?:,? (\\d{4}))?$`).exec(dashed)
  const [, month, first, last, year] = american ?? []
  const european = american ? `${first}–${last} ${month}${year ? ` ${year}` : ''}` : dashed
  const isDated = /\d{4}$/.test(european)
  if (isDated) return plain(european, found[1])
  const near = yearNear((year) => readDate(`${european} ${year}`), reference)
  return near && { ...near, weekday: weekdayNamed(found[1]) }
}
