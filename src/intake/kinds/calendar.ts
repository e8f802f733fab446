import { weekdays } from '../../sources/fields.ts'
import type { Weekday } from '../article.ts'

/** Pieces of patterns. Months in full or short, as English print has them. */
export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)'
export const MONTH_ALONE =
  'January|February|March|April|May|June|July|August|September|October|November|December'
export const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
export const DAY_PART = '(?:morning|afternoon|evening|night)'
/** Numbers in words, each at its own place. */
export const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
/** "first" to "thirty-first", each at its own place. */
export const ORDINALS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'].map(
    (one) => `twenty-${one}`,
  ),
  'thirtieth',
  'thirty-first',
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const TENS = `(?:${tens.join('|')})(?:-(?:${SMALL.slice(1, 10).join('|')}))?`

/** A number in figures or words, a hundred and its like included. */
export const NUMBER = `(?:\\d{1,3}(?:[,.]\\d{3})+|\\d{1,7}|(?:an?|${SMALL.slice(1).join('|')}|${TENS})(?: (?:hundred|thousand|dozen))?)`

export function numberOf(words: string): number {
  const text = words.toLowerCase().trim()
  if (/^\d/.test(text)) return Number(text.replace(/[,.](?=\d{3})/g, ''))
  const [first = '', unit = ''] = text.split(' ')
  const times = unit === 'hundred' ? 100 : unit === 'thousand' ? 1000 : unit === 'dozen' ? 12 : 1
  return plainNumber(first) * times
}

function plainNumber(word: string): number {
  if (word === 'a' || word === 'an') return 1
  const [ten = '', one = 'zero'] = word.split('-')
  const [high, low] = [tens.indexOf(ten), SMALL.indexOf(one)]
  return high >= 0 ? (high + 2) * 10 + low : SMALL.indexOf(word)
}

export function weekdayNamed(word: string | undefined): Weekday | null {
  return weekdays.find((name) => name === word) ?? null
}
