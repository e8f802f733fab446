/* When: tracks in bursts, a few of them long ago, and days that are not known for certain. */
import { dayNumber, isoDate } from '../../kernel/days.ts'
import type { Chance } from './chance.ts'

const day = (year: number) => dayNumber({ year, month: 1, day: 1 })
/** The last day on which something was held. */
const TODAY = day(2026) + 150
const CONGRESSES = [1643, 1697, 1712, 1814, 1856, 1878, 1919]

/** The first days of so many rounds of one track, in order: a few at a time, then months of nothing. */
export function burstsOf(chance: Chance, rounds: number, isLongAgo: boolean): number[] {
  const days: number[] = []
  let at = isLongAgo ? day(chance.pick(CONGRESSES)) + chance.between(0, 700) : beginning(chance)
  let left = 0
  while (days.length < rounds) {
    if (left-- <= 0) {
      left = chance.between(2, 9)
      at += days.length === 0 ? 0 : chance.between(40, 400)
    }
    days.push(at)
    at += chance.happens(0.3) ? 1 : chance.between(2, 24)
  }
  const late = Math.max(0, (days.at(-1) ?? 0) - TODAY)
  return days.map((one) => one - late)
}

/** The nearer to today the more is known of. */
function beginning(chance: Chance): number {
  return day(1945) + Math.floor(Math.sqrt(chance.next()) * (TODAY - day(1945)))
}

/** As the starter record gives its dates: a day more often than not, else a run of days, a month, or a doubt. */
export function dateFrom(chance: Chance, first: number): string {
  const from = isoDate(first)
  const to = () => isoDate(first + chance.between(1, 9))
  const month = from.slice(0, -3)
  const ways = {
    day: 580,
    run: 220,
    month: 80,
    ended: 22,
    between: 16,
    months: 16,
    doubted: 16,
    or: 11,
    year: 22,
    about: 17,
  }
  switch (chance.among(ways)) {
    case 'run':
      return `${from}/${to()}`
    case 'month':
      return month
    case 'ended':
      return `${from}/`
    case 'between':
      return `[${from}..${to()}]`
    case 'months':
      return `${month}/${isoDate(first + 40).slice(0, -3)}`
    case 'doubted':
      return `${from}?`
    case 'or':
      return `[${from},${isoDate(first + 1)}]`
    case 'year':
      return from.slice(0, -6)
    case 'about':
      return `${month}~`
    default:
      return from
  }
}

/** "20:37", on the quarter of an hour more often than not. */
export function clockTime(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}
