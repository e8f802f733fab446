import { Temporal } from 'temporal-polyfill'

/** Is this the name of a time zone that the machine knows? */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The zones of a country, by its ISO code of two letters. */
export function zonesIn(country: string): string[] {
  // An accessor in the older versions of Node, a method in the newer ones.
  const locale = new Intl.Locale(`und-${country}`) as { timeZones?: string[]; getTimeZones?(): string[] }
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
}

interface Instant {
  /** HH:MM in UTC. */
  time: string
  /** Days from the local date to the UTC date: -1, 0 or 1. */
  dayShift: number
  /** "UTC+3", as the zone stood that day. */
  offset: string
}

/** UTC of a local clock time on an ISO day. A time skipped by a clock change is read as the later one. */
export function toUtc(isoDay: string, localTime: string, zone: string): Instant {
  const [, year = '', rest = ''] = /^([+-]?\d+)(-\d\d-\d\d)$/.exec(isoDay) ?? []
  const local = Temporal.PlainDateTime.from(`${sixDigits(year)}${rest}T${localTime}`).toZonedDateTime(zone)
  const utc = local.withTimeZone('UTC')
  const shift = utc.toPlainDate().since(local.toPlainDate()).days
  return { time: utc.toPlainTime().toString().slice(0, 5), dayShift: shift, offset: sayOffset(local.offset) }
}

/** ECMAScript asks six digits of a year that carries a sign. */
function sixDigits(year: string): string {
  return /^[+-]/.test(year) ? (year[0] ?? '') + year.slice(1).padStart(6, '0') : year
}

function sayOffset(offset: string): string {
  const [, sign = '+', hours = '0', minutes = '00'] = /^([+-])(\d\d):(\d\d)/.exec(offset) ?? []
  if (hours === '00' && minutes === '00') return 'UTC'
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}
