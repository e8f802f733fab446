/* Days as English texts write them. What a text leaves out is taken from the reference date, and said. */

import { isoDate, two } from '../../kernel/days.ts'
import { readDate } from '../../kernel/read-date.ts'
import { sayDate } from '../../kernel/say-date.ts'
import type { DateMark } from '../article.ts'
import { marked, type Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { DAY_PART, MONTH, NUMBER, WEEKDAY, weekdayNamed } from './calendar.ts'
import { type Around, type Found, lastDayOf, monthNear, yearless, yearNear } from './near.ts'
import { relativeDay, weekdayNear } from './relative-day.ts'

type Pattern = [RegExp, (found: RegExpExecArray, around: Around) => Found | null]

const DAY = '(?:\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?:1[0-9]|20)\\d{2}'
const LED = `(?:(${WEEKDAY}),?(?: the)? )?`
/** "May" and "March" are words too: without a day they are months only behind certain words. */
const MONTH_ALONE = 'January|February|March|April|May|June|July|August|September|October|November|December'
const TO = '\\s?(?:-|–|—|to|and|until|through)\\s?'

const patterns: Pattern[] = [
  [/\b\d{4}-\d{2}-\d{2}\b/, ([text]) => plain(text)],
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
    new RegExp(`\\b(?:the )?end of (${MONTH}(?:,? ${YEAR})?|the (?:month|year)|${YEAR})\\b`),
    ([, text = ''], { reference }) => lastDayOf(text, reference),
  ],
  [
    new RegExp(`\\b(?:(?:early|mid|late)[- ])?(${MONTH},? (?:of )?${YEAR})\\b`),
    ([, text]) => plain(text?.replace(' of', '')),
  ],
  [/\b(?:spring|summer|autumn|fall|winter)(?: of)? (?:1[0-9]|20)\d{2}\b/, ([text]) => plain(text)],
  [
    new RegExp(
      `\\b(?:(?:early|mid|late)[- ]|(?:in|by|since|until|before|during|for|of|last|next|this|as late as|as early as|as recently as) )(${MONTH_ALONE})\\b`,
    ),
    (found, { reference }) => monthNear(found, reference),
  ],
  [
    new RegExp(
      `\\b(?:last|next|this|the previous|the following) (${WEEKDAY})(?: ${DAY_PART})?|\\b(${WEEKDAY})(?:['’]s)?(?: ${DAY_PART})?\\b`,
    ),
    (found, around) => weekdayNear(found, around),
  ],
  [
    new RegExp(
      `\\b(?:the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|(?:${NUMBER}) (?:days?|weeks?|months?) (?:ago|earlier|from now)|(?:last|next) (?:week|month|year)(?! (?:of|in)\\b)|(?:this|last) (?:morning|afternoon|evening|night))\\b`,
      'i',
    ),
    ([text], around) => relativeDay(text, around),
  ],
  [
    /\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Bb]y|[Oo]f|[Ff]rom|[Ee]arly|[Ll]ate|[Mm]id-?) ?((?:1[5-9]|20)\d{2})\b(?![-–]\d)/,
    ([, year]) => plain(year),
  ],
  // "the 2019 referendum"
  [
    /(?<=\b(?:[Tt]he|[Aa]n?|its|their|his|her|our) |['’]s )(?:19|20)\d{2}(?= [\p{L}])/u,
    ([year]) => plain(year),
  ],
]

const all = patterns.map(
  ([pattern, read]): Pattern => [new RegExp(pattern.source, `${pattern.flags}g`), read],
)

/** Every distinct date of the text, once for each way of writing it. */
export function datesIn(reading: Reading): DateMark[] {
  const seen = new Set<string>()
  return sameDays(
    reading,
    reading.sentences
      .flatMap((sentence) => datesOf(reading, sentence))
      .sort((one, other) => one.start - other.start),
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

const HAPPENED =
  /\b(?:\p{Ll}+ed|said|told|met|held|was|were|had|began|left|came|went|broke|spoke|wrote|since|last)\b[^.!?]*$/u

function datesOf(reading: Reading, sentence: Sentence): DateMark[] {
  const around = { reference: reading.reference, sentence }
  const taken: DateMark[] = []
  for (const [pattern, read] of all)
    for (const found of sentence.text.matchAll(pattern)) {
      const { start, end } = placeOf(found, sentence)
      if (taken.some((one) => one.start < end && start < one.end)) continue
      const date = read(found, around)
      if (!date) continue
      const value = { edtf: date.edtf, weekday: date.weekday ?? null, isRelative: date.isRelative ?? false }
      taken.push(marked(reading, 'date', { start, end }, value, date.says ?? null))
    }
  return taken
}

/** "in" of "in 2022" tells that it is a year and is no part of it. */
function placeOf(found: RegExpExecArray, sentence: Sentence) {
  const lead =
    /^(?:in|since|until|before|after|by|of|from|during|for|early|late|mid-?|mid) ?(?=[\dA-Z])/i.exec(
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
