import { sayDate } from '../kernel/say-date.ts'

/** "1 July 2024, 12:00 UTC" of milliseconds since 1970 or of an ISO text. */
export function sayMoment(moment: number | string): string {
  const iso = new Date(moment).toISOString()
  return `${sayDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`
}
