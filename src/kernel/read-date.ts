/* What people type, read as EDTF. Never a guess: 03/04/2025 is refused, for it is two dates in two countries. */
import { two } from './days.ts'
import { parseEdtf } from './edtf.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const MONTH = `(?:${MONTHS.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join('|')}|sept\\.?)`
const DASH = /\s*(?:-|–|—|to|until)\s*/g
const DAY_MONTH_YEAR = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? (${MONTH}),? (\\d{4})$`)
const MONTH_DAY_YEAR = new RegExp(`^(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`)
const MONTH_YEAR = new RegExp(`^(${MONTH}),? (\\d{4})$`)
const YEAR_LAST = new RegExp(`(${MONTH})?,? (\\d{4})$`)

export const DATE_ADVICE =
  'must be a date such as 23 July 2025, July 2025, about 1995, 14–17 March 2022 or 2025-07-23'

/** The EDTF text of a typed date; null where it cannot be read without guessing. */
export function readDate(typed: string): string | null {
  const text = typed.trim()
  if (parseEdtf(text)) return text
  const words = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? /, '')
  const read = ranged(words) ?? relative(words) ?? single(words)
  return read !== null && parseEdtf(read) ? read : null
}

function single(words: string): string | null {
  const dmy = DAY_MONTH_YEAR.exec(words)
  if (dmy) return day(dmy[3], dmy[2], dmy[1])
  const mdy = MONTH_DAY_YEAR.exec(words)
  if (mdy) return day(mdy[3], mdy[1], mdy[2])
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(words)
  if (dotted) return `${dotted[3]}-${two(Number(dotted[2]))}-${two(Number(dotted[1]))}`
  const my = MONTH_YEAR.exec(words)
  if (my) return `${my[2]}-${month(my[1])}`
  const season = /^(spring|summer|autumn|fall|winter)(?: of)? (\d{4})$/.exec(words)
  if (season)
    return `${season[2]}-${21 + SEASONS.indexOf(season[1] === 'fall' ? 'autumn' : (season[1] ?? ''))}`
  const decade = /^(\d{3})0s$/.exec(words)
  if (decade) return `${decade[1]}X`
  const bce = /^(\d{1,4}) bce?$/.exec(words)
  if (bce) return beforeCommonEra(Number(bce[1]))
  return /^\d{4}$/.test(words) ? words : null
}

function relative(words: string): string | null {
  const found = /^(about|around|circa|c\.|probably|before|after|since|from|until) (.+)$/.exec(words)
  if (!found) return null
  const date = parseEdtf(found[2] ?? '') ? (found[2] ?? '') : single(found[2] ?? '')
  if (date === null) return null
  if (found[1] === 'before') return `[..${date}]`
  if (found[1] === 'after') return `[${date}..]`
  if (found[1] === 'since' || found[1] === 'from') return `${date}/..`
  if (found[1] === 'until') return `../${date}`
  return `${date}${found[1] === 'probably' ? '?' : '~'}`
}

function ranged(words: string): string | null {
  const between = /^between (.+) and (.+)$/.exec(words)
  if (between) {
    const span = twoDays(between[1] ?? '', between[2] ?? '')
    return span && `[${span[0]}..${span[1]}]`
  }
  const ends = words.replace(/^from /, '')
  for (const found of ends.matchAll(DASH)) {
    const span = twoDays(ends.slice(0, found.index), ends.slice(found.index + found[0].length))
    if (span) return `${span[0]}/${span[1]}`
  }
  return null
}

/** "3" and "7 March 2022", "26 March" and "2 April 2015": the first day borrows what it leaves out from the second. */
function twoDays(first: string, second: string): [string, string] | null {
  const last = single(second)
  const whole = single(first) ?? borrowed(first, second)
  return whole === null || last === null ? null : [whole, last]
}

function borrowed(first: string, second: string): string | null {
  const tail = YEAR_LAST.exec(second)
  if (!tail) return null
  const [, monthName = '', year] = tail
  return single(/^\d{1,2}$/.test(first) ? `${first} ${monthName} ${year}` : `${first} ${year}`)
}

function day(year = '', monthName = '', dayText = ''): string {
  return `${year}-${month(monthName)}-${two(Number(dayText))}`
}

function month(name = ''): string {
  return two(MONTHS.findIndex((full) => full.startsWith(name.slice(0, 3))) + 1)
}

/** 44 BCE is the astronomical year -43: there is a year 0 in ISO 8601. */
function beforeCommonEra(year: number): string {
  return year === 1 ? '0000' : `-${String(year - 1).padStart(4, '0')}`
}
