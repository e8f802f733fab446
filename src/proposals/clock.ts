/*
 * Where a proposal stands on a day, worked out from the calendar. All days are counted from 1970-01-01. That a deadline
 * passed is never taken from anybody's word: an event "lapsed" is shown, and decides nothing.
 */
import { OPEN } from '../kernel/edtf.ts'

export const states = [
  'open',
  'unanswered',
  'lapsed',
  'accepted',
  'accepted with conditions',
  'rejected',
  'withdrawn',
  'superseded',
] as const
export type State = (typeof states)[number]

interface Dated {
  date_earliest: number
  date_latest: number
}
interface Done extends Dated {
  verb: string
}

/** What is recorded of one proposal; events and reported silences in order of time. */
export interface Recorded<E extends Done, S extends Dated> {
  deadline_latest: number | null
  events: readonly E[]
  silences: readonly S[]
  /** The last day of its process, where that is over; null while it goes on. */
  ended: number | null
}

/** A number of days as sure as its first day: "about" from a vague one, "at least" from one that may be earlier. */
export interface Days {
  count: number
  bound: 'exact' | 'about' | 'at least'
}

export interface Standing<E, S> {
  state: State
  /** The last event that decided something; an answer that was put off is none. */
  decision: E | null
  /** The last time it was put again after the decision. */
  again: E | null
  /** How long it has been without an answer; null where it has one, or where the clock has stopped. */
  unanswered: Days | null
  /** The last report of silence since, and how long it had lasted then. */
  reported: { silence: S; after: Days | null } | null
  /** Days to a deadline that is ahead. */
  due: number | null
  /** Something was recorded of it by that day. */
  hasBegun: boolean
}

const deciding = new Set(['accepted', 'accepted with conditions', 'rejected', 'withdrawn', 'superseded'])
const puttingAgain = new Set(['restated', 'amended'])

export function standingOf<E extends Done, S extends Dated>(
  { deadline_latest, events, silences, ended }: Recorded<E, S>,
  day: number,
): Standing<E, S> {
  const past = events.filter(({ date_earliest }) => date_earliest <= day)
  const decision = past.findLast(({ verb }) => deciding.has(verb)) ?? null
  const since = decision?.date_latest ?? -OPEN
  const hasStopped = ended !== null && ended < day
  const isAhead =
    deadline_latest !== null && deadline_latest >= day && deadline_latest !== OPEN && !hasStopped
  const isLate = deadline_latest !== null && deadline_latest < day
  const state = stateOf(decision?.verb ?? null, isLate, isAhead)
  const first = firstOf(past)
  const silence = silences.findLast(({ date_earliest }) => date_earliest <= day && date_earliest >= since)
  const again = decision
    ? past.findLast(({ verb, date_earliest }) => puttingAgain.has(verb) && date_earliest > since)
    : null
  return {
    state,
    decision,
    again: again ?? null,
    unanswered: decision || isLate || hasStopped || !first ? null : daysFrom(first, day),
    reported: silence ? { silence, after: first ? daysFrom(first, silence.date_earliest) : null } : null,
    due: isAhead && isAwaited(state, again ?? null) ? deadline_latest - day : null,
    hasBegun: past.length > 0,
  }
}

/** Whatever was decided otherwise, a deadline that passed without acceptance has passed. */
function stateOf(verb: string | null, isLate: boolean, isAhead: boolean): State {
  const isOver = verb !== null && verb !== 'rejected'
  if (isOver || (verb && !isLate)) return verb as State
  if (isLate) return 'lapsed'
  return isAhead ? 'open' : 'unanswered'
}

function isAwaited(state: State, again: unknown): boolean {
  return state === 'open' || (state === 'rejected' && again !== null)
}

/** When it was first made; where nobody recorded that, the first thing recorded of it. */
function firstOf<E extends Done>(past: E[]): E | null {
  return past.find(({ verb }) => verb === 'made') ?? past[0] ?? null
}

function daysFrom({ date_earliest, date_latest }: Dated, day: number): Days | null {
  if (date_earliest !== -OPEN)
    return { count: day - date_earliest, bound: date_earliest === date_latest ? 'exact' : 'about' }
  return date_latest <= day ? { count: day - date_latest, bound: 'at least' } : null
}

/** The last day of a process that is over, a day before all others where nobody gave it; null while it goes on. */
export function endOf(status: string, date_latest: number): number | null {
  if (status !== 'concluded' && status !== 'collapsed') return null
  return date_latest === OPEN ? -OPEN : date_latest
}
