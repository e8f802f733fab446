import { OPEN, parseEdtf } from '../kernel/edtf.ts'
import { sayDate, sayDateWithWeekday } from '../kernel/say-date.ts'
import type { RoundRow } from '../rounds/list-reads.ts'
import type { StatusCount } from '../sources/status-reads.ts'
import { sayVenue } from '../venues/words.ts'

/** A round as the timeline draws it. Days are counted from 1970-01-01 UTC; `last` is the last day itself. */
export interface Item {
  id: number
  lane: number
  first: number
  last: number
  label: string
  day: string
  /** Names classes of the drawing: what is uncertain, what is only announced. */
  doubts: string[]
  title: string
  date: string
  venue: string
  result: string
  /** Fields of the round and its parts on which the accounts differ. */
  disputed: number
}

export interface Lane {
  id: number
  title: string
  process: string
  process_id: number
}

/** How far an open end is drawn before it has faded. */
const FADE_DAYS = 30

export function itemOf(round: RoundRow, counts: StatusCount[] = []): Item {
  const { first, last, doubts } = extent(round)
  return {
    id: round.id,
    lane: round.track_id,
    first,
    last,
    label: shortTitle(round),
    day: shortDay(round.date),
    doubts: round.status === 'held' ? doubts : [...doubts, 'is-announced'],
    title: round.title,
    date: sayDateWithWeekday(round.date),
    venue: sayVenue(round),
    result: round.result ?? '',
    disputed: counts.find(({ status }) => status === 'disputed')?.count ?? 0,
  }
}

export function lanesOf(rounds: RoundRow[]): Lane[] {
  const lanes = new Map(
    rounds.map(({ track_id, track, process, process_id }) => [
      track_id,
      { id: track_id, title: track, process, process_id },
    ]),
  )
  return [...lanes.values()].sort((a, b) => a.process.localeCompare(b.process) || a.id - b.id)
}

/** "Istanbul 3" for "Istanbul, 23 July 2025", the third of its track: the day stands beside it anyway. */
function shortTitle({ title, ordinal }: RoundRow): string {
  const undated = title.replace(/,[^,]*\b\d{4}\b.*$/, '')
  const place = undated.split(/,? \d{1,2}(?:[–-]\d{1,2})? [A-Z]/)[0] ?? undated
  return ordinal === null || place.includes(String(ordinal)) ? place : `${place} ${ordinal}`
}

/** "23 Jul", "22 Aug or 23 Aug": the axis tells the year, unless the date spans two. */
function shortDay(date: string): string {
  const said = sayDate(date)
  const isOneYear = new Set(said.match(/\b\d{4}\b/g)).size === 1
  const day = isOneYear ? said.replace(/\b([A-Z][a-z]+) \d{4}\b/g, '$1') : said
  return day.replace(/\b([A-Z][a-z]{2})[a-z]+/g, '$1')
}

/** Where a round is drawn, and what about its ends nobody gave. */
function extent({ date, date_earliest, date_latest }: RoundRow): {
  first: number
  last: number
  doubts: string[]
} {
  const read = parseEdtf(date)
  const ends = read?.kind === 'interval' ? read : null
  const isOpenStart = date_earliest === -OPEN || ends?.from === 'unknown'
  const isOpenEnd = date_latest === OPEN || ends?.to === 'unknown'
  const first = isOpenStart ? date_latest - FADE_DAYS : date_earliest
  const last = isOpenEnd ? date_earliest + FADE_DAYS : date_latest
  const doubts: string[] = []
  const isOneOf = read?.kind === 'one of'
  const isVague = read?.kind === 'point' && date_earliest !== date_latest
  if (isOpenStart || isOneOf || isVague) doubts.push('is-uncertain-start')
  if (isOpenEnd || isOneOf || isVague) doubts.push('is-uncertain-end')
  if (/[~?%]/.test(date)) doubts.push('is-about')
  return { first, last, doubts }
}
