/*
 * What a machine finds odd about a claim, checked against what else is known. A check warns; it never refuses, for a
 * source's own error is evidence too.
 */
import type { Kind, Stored } from '../fields/kind.ts'
import { boundsOf, parseEdtf } from '../kernel/edtf.ts'
import { fold } from '../kernel/fold.ts'
import { sayDate, weekdayOf } from '../kernel/say-date.ts'
import { counted, sayDuration, sayTime } from '../kernel/words.ts'
import { compare, meaningOf } from '../sources/agreement.ts'
import { strengthOf } from './strength.ts'

/** A claim as far as the checks look at it. */
export interface Checked {
  id: number
  record: string
  record_id: number
  field: string | null
  affirms: number
  value: string | null
  value_exactness: string | null
  weekday_printed: string | null
  certainty: string | null
  quote: string | null
  locator: string | null
  asserter: string | null
  asserted_earliest: number | null
  source_id: number
}

/** What is known of the claim's subject and source. Days are counted from 1970-01-01. */
export interface KnownBesides {
  kind: Kind | undefined
  row: Record<string, Stored>
  /** The office on record for that day, and the others that the person held, with their dates. */
  office: { title: string; others: Array<{ title: string; held: string | null }> } | null
  /** The other rounds of the track that carry a number. */
  numbered: Array<{ ordinal: number; title: string; date_earliest: number }>
  /** What the same source says of the same, with its certainty words. */
  siblings: Array<{ certainty: string | null; locator: string | null }>
  /** The deadline of the proposal that the record is or belongs to. */
  deadline: { text: string; latest: number } | null
  /** The source's text was kept, and the quote is not in it. */
  isQuoteLost: boolean
}

type Check = (claim: Checked, known: KnownBesides) => string | null

const weekday: Check = ({ weekday_printed, value }) => {
  const real = value === null ? null : weekdayOf(value)
  if (!weekday_printed || real === null || real === weekday_printed) return null
  return `“${weekday_printed}” is printed; ${sayDate(value ?? '')} was a ${real}.`
}

const officeThatDay: Check = ({ field, value }, { office }) => {
  if (field !== 'office_id' || value === null || !office || fold(value) === fold(office.title)) return null
  const other = office.others.find(({ title }) => fold(title) === fold(value))
  const when = other?.held ? `, held ${sayDate(other.held)}` : ''
  return `The record has the office of that day as “${office.title}”${other ? `; “${other.title}” is another of theirs${when}` : ''}.`
}

/** "Former" is said of an office that, by the record, is held. */
const former: Check = ({ record, field, value }, { row }) => {
  const isFormer = (text: string) => /^(former|ex)\b/i.test(text)
  if (record !== 'office' || field !== 'title' || !value || !isFormer(value)) return null
  const title = String(row.title ?? '')
  return isFormer(title) ? null : `The record has the office as held: “${title}”.`
}

const lengthOfSession: Check = (claim, { kind, row }) => {
  const { start_time, end_time } = row
  if (!kind?.isLength || typeof start_time !== 'string' || typeof end_time !== 'string') return null
  const minutes = (minuteOf(end_time) - minuteOf(start_time) + 1440) % 1440
  const isExact = [row.start_exactness, row.end_exactness].every((word) => !word || word === 'exact')
  const between = { affirms: 1, value: String(minutes), value_exactness: isExact ? 'exact' : 'about' }
  if (compare(meaningOf(kind, between), meaningOf(kind, { ...claim, affirms: 1 })) !== 'contradict')
    return null
  const [from, to] = [
    sayTime(start_time, row.start_exactness as string | null),
    sayTime(end_time, row.end_exactness as string | null),
  ]
  return `${from} to ${to} is ${sayDuration(minutes, null)}.`
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

const numberInTrack: Check = ({ record, field, value }, { row, numbered }) => {
  if (record !== 'round' || field !== 'ordinal' || !/^\d+$/.test(value ?? '')) return null
  const [ordinal, day] = [Number(value), Number(row.date_earliest)]
  const same = numbered.find((one) => one.ordinal === ordinal)
  if (same) return `${same.title} is number ${ordinal} of this track already.`
  const odd = numbered.find((one) => one.ordinal > ordinal === one.date_earliest < day)
  return odd
    ? `${odd.title} is number ${odd.ordinal} of this track, which does not fit the order of their days.`
    : null
}

const isHeadline = (locator: string | null) => /^(head|title|headline)/i.test(locator ?? '')

const headline: Check = ({ certainty, locator }, { siblings }) => {
  const strength = strengthOf(certainty)
  if (strength === null || !isHeadline(locator)) return null
  const weaker = siblings.filter(
    (one) => !isHeadline(one.locator) && (strengthOf(one.certainty) ?? strength) < strength,
  )
  if (weaker.length === 0) return null
  const words = [...new Set(weaker.map((one) => `“${one.certainty}”`))].join(', then ')
  return `The headline says “${certainty}”; the text of the same source says ${words}.`
}

const quoteInText: Check = (_claim, { isQuoteLost }) =>
  isQuoteLost ? 'The quote was not found in the text of the source as it was kept.' : null

/** A source that looks back tells of deadlines that passed; a speaker who sets one that has passed is odd. */
const afterDeadline: Check = ({ record, field, value, asserter, asserted_earliest }, { row, deadline }) => {
  if (record === 'proposal_event' && deadline && field === null) {
    const day = Number(row.date_earliest)
    return day > deadline.latest ? `The deadline, ${sayDate(deadline.text)}, had passed by then.` : null
  }
  const asked = field === 'deadline' && value !== null ? parseEdtf(value) : null
  if (!asked || asserter === null || asserted_earliest === null) return null
  const late = asserted_earliest - boundsOf(asked).latest
  return late > 0 ? `The deadline had passed ${counted(late, 'day')} before this was said.` : null
}

const checks: Check[] = [
  weekday,
  officeThatDay,
  former,
  lengthOfSession,
  numberInTrack,
  headline,
  quoteInText,
  afterDeadline,
]

/** Every warning on one claim, each a sentence. */
export function warningsOf(claim: Checked, known: KnownBesides): string[] {
  return checks.flatMap((check) => check(claim, known) ?? [])
}
