import { isoDate } from '../kernel/days.ts'
import { OPEN, parseEdtf } from '../kernel/edtf.ts'
import { sayVenue } from '../venues/words.ts'
import type { DrawnRound } from './reads.ts'
import type { RoundColumns } from './reply.ts'

/** How far an open end is drawn before it has faded. */
const FADE_DAYS = 30

interface Extent {
  first: number
  last: number
  /** Classes of the drawing. */
  doubts: string[]
}

/** Rounds as a reply has them, in the order of their first days. */
export function drawnAs(
  rounds: DrawnRound[],
  laneOf: (round: DrawnRound) => number,
  disputed: (id: number) => number,
): RoundColumns {
  const drawn = rounds
    .map((round) => ({ round, lane: laneOf(round), ...extentOf(round) }))
    .sort((a, b) => a.first - b.first || a.round.id - b.round.id)
  const words = drawn.map(({ round }) => sayVenue(round))
  const venues = [...new Set(words)]
  return {
    id: drawn.map(({ round }) => round.id),
    lane: drawn.map(({ lane }) => lane),
    after: drawn.map(({ first }, nth) => first - (drawn[nth - 1]?.first ?? 0)),
    span: drawn.map(({ first, last }) => last - first),
    label: drawn.map(({ round }) => shortTitle(round)),
    date: drawn.map(({ round, first }) => (round.date === isoDate(first) ? '' : round.date)),
    doubts: drawn.map(({ round, doubts }) =>
      [...doubts, ...(round.status === 'held' ? [] : ['is-announced'])].join(' '),
    ),
    disputed: drawn.map(({ round }) => disputed(round.id)),
    venue: words.map((venue) => venues.indexOf(venue)),
    venues,
  }
}

/** "Istanbul 3" for "Istanbul, 23 July 2025", the third of its track: the day stands beside it anyway. */
export function shortTitle({ title, ordinal }: Pick<DrawnRound, 'title' | 'ordinal'>): string {
  const undated = title.replace(/,[^,]*\b\d{4}\b.*$/, '')
  const place = undated.split(/,? \d{1,2}(?:[–-]\d{1,2})? [A-Z]/)[0] ?? undated
  return ordinal === null || place.includes(String(ordinal)) ? place : `${place} ${ordinal}`
}

/** Where a round is drawn, and what about its ends nobody gave. */
export function extentOf({
  date,
  date_earliest,
  date_latest,
}: Pick<DrawnRound, 'date' | 'date_earliest' | 'date_latest'>): Extent {
  const read = parseEdtf(date)
  const ends = read?.kind === 'interval' ? read : null
  const isOpenStart = date_earliest === -OPEN || ends?.from === 'unknown'
  const isOpenEnd = date_latest === OPEN || ends?.to === 'unknown'
  const first = isOpenStart ? date_latest - FADE_DAYS : date_earliest
  const last = isOpenEnd ? date_earliest + FADE_DAYS : date_latest
  const isOneOf = read?.kind === 'one of'
  const isVague = read?.kind === 'point' && date_earliest !== date_latest
  const doubts: string[] = []
  if (isOpenStart) doubts.push(isOneOf ? 'is-before' : 'is-uncertain-start')
  if (isOpenEnd) doubts.push(isOneOf ? 'is-after' : 'is-uncertain-end')
  if ((isOneOf && !isOpenStart && !isOpenEnd) || isVague)
    doubts.push('is-uncertain-start', 'is-uncertain-end')
  if (/[~?%]/.test(date)) doubts.push('is-about')
  return { first, last, doubts }
}
