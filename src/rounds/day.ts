import { sayDate } from '../kernel/say-date.ts'
import { capital, sayDuration, sayTime } from '../kernel/words.ts'
import { evidenceAbout } from '../sources/evidence.ts'
import { sayVenue } from '../venues/words.ts'
import { utcNote } from './clock.ts'
import type { Gathered } from './gather.ts'

/** The sessions of a round in order, local time first and UTC beside it. */
export function dayOf({ round, sessions, claims }: Gathered) {
  return sessions.map((session) => {
    const zone = session.zone ?? round.zone
    const day = session.date_earliest ?? round.date_earliest
    const { start_time, end_time, duration_minutes } = session
    return {
      date: session.date && session.date !== round.date ? dayWithin(session.date, round.date) : '',
      time: timeOf(session),
      utc: [start_time, end_time]
        .flatMap((time) => (time ? [utcNote(day, time, zone)] : []))
        .join(' – ')
        .replace(/ UTC(, the day before)?(?:, the next day)?(?: \(local time is [^)]*\))?(?= – )/, '$1'),
      title: session.title,
      note: [
        session.format && session.format !== round.format ? capital(session.format) : '',
        session.venue_id !== null && session.venue_id !== round.venue_id ? sayVenue(session) : '',
        duration_minutes === null ? '' : sayDuration(duration_minutes, session.duration_exactness),
        session.participants ?? '',
      ]
        .filter(Boolean)
        .join(' · '),
      summary: session.summary ?? '',
      evidence: evidenceAbout(claims, 'session', session.id),
    }
  })
}

/** "5 September" within a round of that year; the round gives the year once. */
function dayWithin(date: string, round: string): string {
  const said = sayDate(date)
  const year = ` ${round.slice(0, 4)}`
  return sayDate(round).endsWith(year) && said.endsWith(year) ? said.slice(0, -year.length) : said
}

function timeOf(session: {
  start_time: string | null
  start_exactness: string | null
  end_time: string | null
  end_exactness: string | null
}): string {
  const { start_time, end_time } = session
  if (start_time && end_time)
    return `${sayTime(start_time, session.start_exactness)} – ${sayTime(end_time, session.end_exactness)}`
  if (start_time) return sayTime(start_time, session.start_exactness)
  return end_time ? `until ${sayTime(end_time, session.end_exactness)}` : 'time not recorded'
}
