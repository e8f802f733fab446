/*
 * Days are counted from 1970-01-01 in the proleptic Gregorian calendar, without Date:
 * a Date ends at the year 275760 and rolls 30 February over to March.
 * The arithmetic is Howard Hinnant's "chrono-compatible low-level date algorithms".
 */

export interface CivilDate {
  /** Astronomical: 0 is 1 BCE, -1 is 2 BCE. */
  year: number
  month: number
  day: number
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Days in a month, 1 to 12. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}

export function dayNumber({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function civilDate(number: number): CivilDate {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** ISO 8601 text of a day; years beyond four digits carry a sign, as the standard asks. */
export function isoDate(number: number): string {
  const { year, month, day } = civilDate(number)
  return `${isoYear(year)}-${two(month)}-${two(day)}`
}

function isoYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  if (year < 0) return `-${digits}`
  return year > 9999 ? `+${digits}` : digits
}

export function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** 0 is Monday. */
export function weekday(number: number): number {
  return (((number + 3) % 7) + 7) % 7
}
