import { isoDate } from '../kernel/days.ts'
import { sayDateWithWeekday } from '../kernel/say-date.ts'
import { capital, sayDuration, sayTime } from '../kernel/words.ts'
import { toUtc } from '../kernel/zone.ts'
import { type Evidence, evidenceOf } from '../sources/evidence.ts'
import { sayVenue } from '../venues/words.ts'
import type { Gathered } from './gather.ts'

export interface Fact {
  label: string
  value: string
  href: string | null
  note: string
  evidence: Evidence
}

/** The fields of a round that are known, each with its evidence; and by their names those that are not. */
export function factsOf({ round, venue, claims }: Gathered): { known: Fact[]; missing: string } {
  const on = (...fields: string[]) => evidenceOf(claims.on('round', round.id, ...fields))
  const day = round.date_earliest
  const utc = (time: string) => utcNote(day, time, round.zone)
  const all: Array<[label: string, value: string | null, evidence: Evidence, note?: string, href?: string]> =
    [
      [
        'Date',
        sayDateWithWeekday(round.date),
        on('date'),
        dateNote(round, claims.on('round', round.id, 'date')),
      ],
      [
        'Planned start',
        round.planned_start,
        on('planned_start'),
        round.planned_start ? utc(round.planned_start) : '',
      ],
      [
        'Began',
        round.start_time && sayTime(round.start_time, round.start_exactness),
        on('start_time'),
        round.start_time ? utc(round.start_time) : '',
      ],
      [
        'Ended',
        round.end_time && sayTime(round.end_time, round.end_exactness),
        on('end_time'),
        round.end_time ? utc(round.end_time) : '',
      ],
      [
        'Length',
        round.duration_minutes === null
          ? null
          : sayDuration(round.duration_minutes, round.duration_exactness),
        on('duration_minutes'),
      ],
      [
        'Venue',
        venue && sayVenue({ ...venue, venue: venue.name }),
        on('venue_id'),
        '',
        venue ? `/venues/${venue.id}` : undefined,
      ],
      [
        'Coordinates',
        venue && coordinates(venue),
        venue ? evidenceOf(claims.on('venue', venue.id, 'latitude', 'longitude')) : on(),
      ],
      ['Format', round.format && capital(round.format), on('format')],
      ['Language', round.language, on('language')],
      [
        'Number',
        round.ordinal === null ? null : String(round.ordinal),
        on('ordinal', 'ordinal_label'),
        round.ordinal_label ?? '',
      ],
      ['Result', round.result, on('result')],
    ]
  const known = all.filter(([, value]) => value !== null)
  const missing = all
    .filter(([label, value]) => value === null && label !== 'Coordinates' && label !== 'Planned start')
    .map(([label]) => label.toLowerCase())
  return {
    known: known.map(([label, value, evidence, note = '', href]) => ({
      label,
      value: value ?? '',
      evidence,
      note,
      href: href ?? null,
    })),
    missing: missing.length === 0 ? '' : `Not recorded: ${missing.join(', ')}.`,
  }
}

/** How many of the facts are sourced, for the bar above them. */
export function recordBar({ known }: { known: Fact[] }) {
  const kinds = [
    { kind: 'several', word: 'Several origins', sign: '2' },
    { kind: 'single', word: 'Single source', sign: '1' },
    { kind: 'unsourced', word: 'Unsourced', sign: '?' },
  ] as const
  const count = (kind: string) => known.filter(({ evidence }) => evidence.mark.kind === kind).length
  return {
    parts: kinds.map((mark) => ({ mark, count: count(mark.kind) })).filter(({ count }) => count > 0),
    total: known.length,
  }
}

/** EDTF where the date is not simply a day, and the weekday that a source printed against the calendar. */
function dateNote({ date }: { date: string }, claims: Array<{ weekday_printed: string | null }>): string {
  const printed = [...new Set(claims.flatMap(({ weekday_printed }) => weekday_printed ?? []))]
  const odd = printed.filter((name) => !sayDateWithWeekday(date).startsWith(name))
  return odd.map((name) => `One source prints “${name}”.`).join(' ')
}

/** "17:37 UTC", with the day where it is another one. */
export function utcNote(day: number, time: string, zone: string | null): string {
  if (!zone) return ''
  const utc = toUtc(isoDate(day), time, zone)
  const shift = utc.dayShift === 0 ? '' : utc.dayShift > 0 ? ', the next day' : ', the day before'
  return `${utc.time} UTC${shift} (local time is ${utc.offset})`
}

function coordinates({
  latitude,
  longitude,
  coordinate_precision,
}: {
  latitude: number | null
  longitude: number | null
  coordinate_precision: string | null
}): string | null {
  if (latitude === null || longitude === null) return null
  const side = (degrees: number, plus: string, minus: string) =>
    `${Math.abs(degrees)}° ${degrees < 0 ? minus : plus}`
  return `${side(latitude, 'N', 'S')}, ${side(longitude, 'E', 'W')}${coordinate_precision ? ` (${coordinate_precision})` : ''}`
}
