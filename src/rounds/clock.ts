import { isoDate } from '../kernel/days.ts'
import { toUtc } from '../kernel/zone.ts'

// Beyond a hundred million days from 1970, and for an open end, no clock is known.
const CALENDAR_END = 99_999_000

/** "17:37 UTC (local time is UTC+3)", with the day where it is another one; `day` is counted from 1970-01-01. */
export function utcNote(day: number, time: string, zone: string | null): string {
  if (!zone || Math.abs(day) >= CALENDAR_END) return ''
  const utc = toUtc(isoDate(day), time, zone)
  const shift = utc.dayShift === 0 ? '' : utc.dayShift > 0 ? ', the next day' : ', the day before'
  return `${utc.time} UTC${shift} (local time is ${utc.offset})`
}
