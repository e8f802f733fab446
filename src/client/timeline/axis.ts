/* The words of the axis, which the library would get wrong before the year 1 and beyond 9999. */
import { sayYear } from '../../kernel/calendar.ts'
import type { Moment } from './moment.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

export function minorLabel(at: Moment, scale: string, showsHours: boolean): string {
  if (scale === 'year') return sayYear(Number(at.year()))
  if (scale === 'month') return (MONTHS[Number(at.month())] ?? '').slice(0, 3)
  if (scale === 'week' || scale === 'day' || scale === 'weekday') return String(at.date())
  // Without hours on record, hours under a round would claim a time that nobody gave.
  return showsHours ? `${two(Number(at.hour()))}:${two(Number(at.minute()))}` : ''
}

export function majorLabel(at: Moment, scale: string): string {
  if (scale === 'year') return ''
  if (scale === 'month' || scale === 'week') return sayYear(Number(at.year()))
  const month = `${MONTHS[Number(at.month())]} ${sayYear(Number(at.year()))}`
  return scale === 'day' || scale === 'weekday' ? month : `${at.date()} ${month}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
