import { sayDateWithWeekday } from '../kernel/say-date.ts'
import { capital, sayDuration, sayTime } from '../kernel/words.ts'
import { evidenceOn } from '../sources/evidence.ts'
import { type Fact, fact } from '../sources/facts.ts'
import { sayCoordinates, sayVenue } from '../venues/words.ts'
import { utcNote } from './clock.ts'
import type { Gathered } from './gather.ts'

/** What a reader expects of a round, and what to say where it is missing. */
const expected = {
  Began: 'start',
  Ended: 'end',
  Length: 'length',
  Venue: 'venue',
  Format: 'format',
  Language: 'language',
  Number: 'number',
  Result: 'result',
}

/** The fields of a round that are known, each with its evidence; and in words those that are not. */
export function factsOf(all: Gathered): { known: Fact[]; missing: string } {
  const known = [...timeFacts(all), ...placeFacts(all), ...otherFacts(all)]
  const missing = Object.entries(expected).flatMap(([label, words]) =>
    known.some((one) => one.label === label) ? [] : words,
  )
  if (all.delegations.length === 0) missing.push('delegations')
  return { known, missing: missing.length === 0 ? '' : `Not recorded: ${missing.join(', ')}.` }
}

function timeFacts({ round, claims }: Gathered): Fact[] {
  const on = (field: string) => evidenceOn(claims, 'round', round.id, field)
  const clock = (
    label: string,
    field: 'planned_start' | 'start_time' | 'end_time',
    exactness: string | null,
  ) => {
    const time = round[field]
    return time === null
      ? []
      : fact(label, sayTime(time, exactness), {
          note: utcNote(round.date_earliest, time, round.zone),
          evidence: on(field),
        })
  }
  const length =
    round.duration_minutes === null ? null : sayDuration(round.duration_minutes, round.duration_exactness)
  return [
    ...fact('Date', sayDateWithWeekday(round.date), {
      note: oddWeekdays(round.date, claims.on('round', round.id, 'date')),
      evidence: on('date'),
    }),
    ...clock('Planned start', 'planned_start', null),
    ...clock('Began', 'start_time', round.start_exactness),
    ...clock('Ended', 'end_time', round.end_exactness),
    ...fact('Length', length, { evidence: on('duration_minutes') }),
  ]
}

function placeFacts({ round, venue, claims }: Gathered): Fact[] {
  if (!venue) return []
  const at = evidenceOn(claims, 'venue', venue.id, 'latitude', 'longitude')
  return [
    ...fact('Venue', sayVenue({ ...venue, venue: venue.name }), {
      href: `/venues/${venue.id}`,
      evidence: evidenceOn(claims, 'round', round.id, 'venue_id'),
    }),
    ...fact('Coordinates', sayCoordinates(venue), { note: venue.coordinate_precision ?? '', evidence: at }),
  ]
}

function otherFacts({ round, claims }: Gathered): Fact[] {
  const on = (...fields: [string, ...string[]]) => evidenceOn(claims, 'round', round.id, ...fields)
  return [
    ...fact('Format', round.format && capital(round.format), { evidence: on('format') }),
    ...fact('Language', round.language, { evidence: on('language') }),
    ...fact('Number', round.ordinal, {
      note: round.ordinal_label ?? '',
      evidence: on('ordinal', 'ordinal_label'),
    }),
    ...fact('Result', round.result, { evidence: on('result') }),
  ]
}

/** The weekday that a source printed against the calendar: it is evidence. */
function oddWeekdays(date: string, claims: Array<{ weekday_printed: string | null }>): string {
  const printed = [...new Set(claims.flatMap(({ weekday_printed }) => weekday_printed ?? []))]
  const odd = printed.filter((name) => !sayDateWithWeekday(date).startsWith(name))
  return odd.map((name) => `One source prints “${name}”.`).join(' ')
}
