import { civilDate, dayNumber } from '../kernel/days.ts'
import { sayNumber } from '../kernel/words.ts'

/** A scale of days across a drawing; places are in per cent of its width. */
export interface Axis {
  place(day: number): number
  ticks: Array<{ day: number; label: string }>
}

/** Keeps marks at the ends whole. */
const EDGE = 1.5
const MOST_TICKS = 8

/** Over these days, with ticks at the beginnings of years, or at round numbers of days. */
export function axisOver(first: number, last: number, by: 'calendar' | 'day'): Axis {
  const wide = Math.max(1, last - first)
  return {
    place: (day) => EDGE + ((day - first) / wide) * (100 - 2 * EDGE),
    ticks: by === 'day' ? dayTicks(first, last) : yearTicks(first, last),
  }
}

function dayTicks(first: number, last: number): Axis['ticks'] {
  const step = roundStep((last - first) / MOST_TICKS)
  const from = Math.ceil(first / step)
  return upTo(Math.floor(last / step) - from + 1).map((at) => {
    const day = (from + at) * step
    return { day, label: `day ${sayNumber(day)}` }
  })
}

/** Of less than two years the months. */
function yearTicks(first: number, last: number): Axis['ticks'] {
  const [from, to] = [civilDate(first), civilDate(last)]
  const months = (to.year - from.year) * 12 + to.month - from.month + 1
  if (months <= 24) return monthTicks(from, months, Math.ceil(months / MOST_TICKS))
  const step = roundStep((to.year - from.year) / MOST_TICKS)
  const start = Math.ceil(from.year / step)
  return upTo(Math.floor(to.year / step) - start + 1)
    .map((at) => (start + at) * step)
    .map((year) => ({ day: dayNumber({ year, month: 1, day: 1 }), label: sayYear(year) }))
    .filter(({ day }) => day >= first)
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function monthTicks(from: { year: number; month: number }, months: number, step: number): Axis['ticks'] {
  return upTo(Math.ceil(months / step)).flatMap((at) => {
    const month = from.month - 1 + at * step
    const year = from.year + Math.floor(month / 12)
    const day = dayNumber({ year, month: (month % 12) + 1, day: 1 })
    // The first month began before the axis does.
    return at === 0 ? [] : [{ day, label: `${MONTHS[month % 12]} ${sayYear(year)}` }]
  })
}

function sayYear(year: number): string {
  return year <= 0 ? `${1 - year} BCE` : String(year)
}

/** The next number of 1, 2, 5, 10, 20, 50 … */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10) * power
}

function upTo(count: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(count, 50)) }, (_none, at) => at)
}
