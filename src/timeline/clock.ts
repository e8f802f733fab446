import type { Db } from '../db/tables.ts'
import { civilDate, isoDate } from '../kernel/days.ts'
import { idsOf } from '../kernel/ids.ts'
import { sayTime } from '../kernel/words.ts'
import { toUtc } from '../kernel/zone.ts'
import { type DrawnRound, timedSessions } from './reads.ts'
import type { ClockSpan } from './reply.ts'

interface Timed {
  date_earliest: number | null
  date_latest: number | null
  start_time: string | null
  start_exactness: string | null
  end_time: string | null
  end_exactness: string | null
  zone: string | null
}

/** The hours of these rounds and of their sessions, where somebody recorded a day and a time. */
export async function clockSpans(db: Db, rounds: DrawnRound[]): Promise<ClockSpan[]> {
  const byId = new Map(rounds.map((round) => [round.id, round]))
  const sessions = await timedSessions(db, idsOf(rounds))
  const own = rounds.flatMap((round) => spanOf(round.id, '', round) ?? [])
  const parts = sessions.flatMap((session) => {
    const round = byId.get(session.round_id)
    if (!round) return []
    const day = session.date === null ? round : session
    const zone = session.zone ?? round.zone
    const { date_earliest, date_latest } = day
    return spanOf(round.id, session.title, { ...session, date_earliest, date_latest, zone }) ?? []
  })
  return [...own, ...parts]
}

/** Null where the time or the day is not recorded: an hour on an uncertain day would claim too much. */
function spanOf(id: number, title: string, timed: Timed): ClockSpan | null {
  const { date_earliest: day, date_latest, start_time, end_time, zone } = timed
  if (start_time === null || day === null || day !== date_latest || !isCounted(day)) return null
  const from = minutesOf(day, start_time)
  const end = end_time === null ? null : minutesOf(day, end_time)
  // What ends at an earlier hour ends the next day.
  const to = end === null ? null : end < from ? end + DAY : end
  const offset = zone === null ? null : from - utcMinutes(day, start_time, zone)
  const shift = offset ?? 0
  return { id, title, from: from - shift, to: to === null ? null : to - shift, offset, words: wordsOf(timed) }
}

const DAY = 1440

function isCounted(day: number): boolean {
  return Math.abs(civilDate(day).year) <= 200_000
}

function minutesOf(day: number, time: string): number {
  return day * DAY + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function utcMinutes(day: number, time: string, zone: string): number {
  const utc = toUtc(isoDate(day), time, zone)
  return minutesOf(day + utc.dayShift, utc.time)
}

/** "20:37 to about 21:16", "from 20:37, end not recorded". */
function wordsOf({ start_time, start_exactness, end_time, end_exactness }: Timed): string {
  const start = sayTime(start_time ?? '', start_exactness)
  return end_time === null
    ? `from ${start}, end not recorded`
    : `${start} to ${sayTime(end_time, end_exactness)}`
}
