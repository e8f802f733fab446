/* Stretches of time: from one month or year to another, quarters, halves, decades, seasons by what they are called. */
import { civilDate, isoDate, two } from '../../kernel/days.ts'
import { readDate } from '../../kernel/read-date.ts'
import { sayDate } from '../../kernel/say-date.ts'
import { MONTH, MONTH_ALONE } from './calendar.ts'
import { type Found, type Pattern, yearNear } from './near.ts'
import { HAPPENED, looksAhead } from './tense.ts'

const YEAR = '(?:1[5-9]|20)\\d{2}'
const THROUGH = '\\s?(?:-|–|—|to|until|till|through)\\s?'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const QUARTERS = ['first', 'second', 'third', 'fourth']

/** What goes from one to another, before its ends are read on their own. */
export const periods: Pattern[] = [
  [
    new RegExp(
      `\\b(${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?|${MONTH} ${DAY}(?:,? ${YEAR})?)${THROUGH}(${DAY} (?:of )?${MONTH}|${MONTH} ${DAY})(?:,? (${YEAR}))?\\b`,
    ),
    ([, first = '', last = '', year], { reference }) =>
      between(europeanOf(first), europeanOf(last), year, reference),
  ],
  [
    new RegExp(`\\b(${MONTH_ALONE})(?:,? (${YEAR}))?${THROUGH}(${MONTH_ALONE})(?:,? (${YEAR}))?\\b(?! \\d)`),
    ([, first = '', from, last = '', year], { reference }) =>
      between(from ? `${first} ${from}` : first, last, year, reference),
  ],
  [
    new RegExp(`\\b(${YEAR})${THROUGH}(${YEAR}|\\d{2})\\b(?![-–\\d:])`),
    ([, first = '', last = '']) => years(first, last.length === 2 ? first.slice(0, 2) + last : last),
  ],
  [
    new RegExp(`\\b(?:[Bb]etween) (${YEAR}) and (${YEAR})\\b`),
    ([, first = '', last = '']) => years(first, last),
  ],
  [
    new RegExp(`\\b(first|second|third|fourth) (quarter|half) of (${YEAR}|(?:this|next|last) year)\\b`),
    ([, which = '', part, year = ''], { reference }) =>
      partOfYear(QUARTERS.indexOf(which), part === 'half' ? 6 : 3, yearOf(year, reference)),
  ],
  [
    new RegExp(`\\b(${YEAR})/(\\d{2})\\b(?![-–/\\d:])`),
    ([, first = '', last = '']) => years(first, first.slice(0, 2) + last),
  ],
  [/\b(?:1[5-9]|20)\d0s\b/, ([text]) => plain(text)],
  [
    /\b(last|next|this) (spring|summer|autumn|fall|winter)\b/,
    ([, way = '', season = ''], { reference }) => seasonBeside(way, season, reference),
  ],
  // "in the autumn", "by spring"
  [
    /\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore) (?:the )?(?:early |late )?(spring|summer|autumn|winter)(?=[.,;]|$| (?:and|but|or|to|at|when|if)\b)/,
    (found, { reference, sentence }) =>
      seasonBeside(
        looksAhead(sentence.text, found.index)
          ? 'coming'
          : HAPPENED.test(sentence.text.slice(0, found.index))
            ? 'begun'
            : 'nearest',
        found[1] ?? '',
        reference,
      ),
  ],
]

function plain(text: string): Found | null {
  const edtf = readDate(text)
  return edtf === null ? null : { edtf }
}

/** "June 3, 2025" as "3 June 2025" */
function europeanOf(text: string): string {
  return text.replace(' of ', ' ').replace(new RegExp(`^(${MONTH}) (${DAY})`), '$2 $1')
}

function between(
  first: string,
  last: string,
  year: string | undefined,
  reference: number | null,
): Found | null {
  const read = (year: string) => readDate(`${first} – ${last} ${year}`)
  if (year !== undefined) return plain(`${first} – ${last} ${year}`)
  const own = /\d{4}$/.exec(first)?.[0]
  return own === undefined ? yearNear(read, reference) : plain(`${first} – ${last} ${own}`)
}

function years(first: string, last: string): Found | null {
  return first < last ? { edtf: `${first}/${last}` } : null
}

/** "2026", "next year" */
export function yearOf(words: string, reference: number | null): number | null {
  if (/^\d/.test(words)) return Number(words)
  if (reference === null) return null
  const { year } = civilDate(reference)
  return /^last|previous/.test(words) ? year - 1 : /^next|following/.test(words) ? year + 1 : year
}

function partOfYear(which: number, months: number, year: number | null): Found | null {
  const first = which * months + 1
  if (year === null || first > 12) return null
  return { edtf: `${year}-${two(first)}/${year}-${two(first + months - 1)}` }
}

/** "last winter" is over, "next winter" has not begun; else the one whose beginning is nearest, or that comes. */
function seasonBeside(way: string, season: string, reference: number | null): Found | null {
  if (reference === null) return null
  const { year, month } = civilDate(reference)
  const at = SEASONS.indexOf(season === 'fall' ? 'autumn' : season)
  const now = year * 12 + month
  const first = (of: number) => of * 12 + (at + 1) * 3
  const of = [year - 1, year, year + 1]
  const found =
    way === 'last'
      ? of.findLast((one) => first(one) + 2 < now)
      : way === 'next'
        ? of.find((one) => first(one) > now)
        : way === 'begun'
          ? of.findLast((one) => first(one) <= now)
          : way === 'coming'
            ? of.find((one) => first(one) + 2 >= now)
            : of.sort((one, other) => Math.abs(first(one) - now) - Math.abs(first(other) - now))[0]
  const edtf = `${found}-${21 + at}`
  return found === undefined
    ? null
    : { edtf, isRelative: true, says: `Counted from ${sayDate(isoDate(reference))}.` }
}
