/* Dates that leave out all but a year, a month or the day of a month: "2024 alone", "Since September", "the eighth". */
import { civilDate, isoDate, two } from '../../kernel/days.ts'
import { parseEdtf } from '../../kernel/edtf.ts'
import { readDate } from '../../kernel/read-date.ts'
import { sayDate } from '../../kernel/say-date.ts'
import { MONTH, MONTH_ALONE, NUMBER, numberOf, ORDINALS } from './calendar.ts'
import { type Found, monthNear, type Pattern, yearless } from './near.ts'
import { yearOf } from './periods.ts'
import { looksAhead } from './tense.ts'

const ORDINAL = ORDINALS.slice(1)
  .sort((one, other) => other.length - one.length)
  .join('|')
const NTH = `(?:${ORDINAL}|\\d{1,2}(?:st|nd|rd|th))`

/** "the eleventh of May", "the 8th of this month", "on the 14th" */
export const datedByOrdinal: Pattern[] = [
  [
    new RegExp(`\\b[Tt]he (${ORDINAL}) of (${MONTH})(?:,? ((?:1[5-9]|20)\\d{2}))?\\b`),
    (found, { reference }) => {
      const [, nth, month, year] = found
      const text = `${dayOf(nth)} ${month}`
      if (year === undefined) return yearless(found, reference, text)
      const edtf = readDate(`${text} ${year}`)
      return edtf === null ? null : { edtf }
    },
  ],
  [
    new RegExp(`\\b[Tt]he (${NTH}) (?:day )?of (?:the|(this|last|next)) month\\b`),
    ([, nth, way = 'this'], { reference }) => dayOfMonth(dayOf(nth), way, reference),
  ],
  [
    new RegExp(
      `\\b(?<=(?:[Oo]n|[Uu]ntil|[Bb]y|[Ff]rom|[Ss]ince|[Bb]efore|[Aa]fter|(?:morning|afternoon|evening|night|eve) of) )the (${NTH})(?=[.,;]|$| (?:and|at|but|to|in|when|after|before|that|until)\\b)`,
    ),
    (found, { reference, sentence }) =>
      dayOfMonth(dayOf(found[1]), looksAhead(sentence.text, found.index) ? 'coming' : 'past', reference),
  ],
]

function dayOf(nth = ''): number {
  return /^\d/.test(nth) ? Number.parseInt(nth, 10) : ORDINALS.indexOf(nth)
}

function dayOfMonth(day: number, way: string, reference: number | null): Found | null {
  if (reference === null) return null
  const { year, month, day: today } = civilDate(reference)
  const step =
    way === 'last' || (way === 'past' && day > today)
      ? -1
      : way === 'next' || (way === 'coming' && day < today)
        ? 1
        : 0
  const at = year * 12 + month - 1 + step
  const edtf = readDate(`${Math.floor(at / 12)}-${two((at % 12) + 1)}-${two(day)}`)
  return edtf === null
    ? null
    : {
        edtf,
        isRelative: true,
        says: `Read as ${sayDate(edtf)}, counted from ${sayDate(isoDate(reference))}.`,
      }
}

/** "12 June last year", "March of this year" */
export const ofYear: Pattern[] = [
  [
    new RegExp(
      `\\b(\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?|${MONTH_ALONE}),? (?:of )?((?:last|next|this|the (?:previous|following)) year)\\b`,
    ),
    ([, text = '', way = ''], { reference }) => {
      const year = yearOf(way.replace('the ', ''), reference)
      const edtf = year === null ? null : readDate(`${text.replace(' of ', ' ')} ${year}`)
      return edtf === null ? null : { edtf, isRelative: true }
    },
  ],
]

const BEFORE_MONTH =
  '[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]uring|[Ff]rom|[Tt]o|[Ff]or|[Oo]f|[Bb]etween|[Ll]ast|[Nn]ext|[Tt]his|[Ff]ollowing|[Pp]revious|[Aa]s late as|[Aa]s early as|[Aa]s recently as|[Ss]tart|[Ee]nd'
/** "May" and "March" are words too, "April" and "June" are names: behind what leads to a time they are months. */
export const monthAlone: Pattern[] = [
  [
    new RegExp(
      `\\b(?:(?:(?:[Tt]he )?(?:[Ee]arly|[Mm]id|[Ll]ate)[- ]|(?:${BEFORE_MONTH}) )(${MONTH_ALONE})(?:['’]s)?(?! \\p{Lu}\\p{Ll}+ (?:said|told))|(January|February|September|October|November|December)(?=[.,;]|$|['’]s\\b| (?:and|but|or|\\p{Ll}+)\\b)|(?<=(?:${MONTH_ALONE}) (?:and|or) )(${MONTH_ALONE}))(?![\\p{L}])(?! \\d)`,
      'u',
    ),
    (found, around) => monthNear(found, around),
  ],
]

/** What a number behind it counts or calls: no year. */
const CALLED =
  /(?:\b(?:resolution|article|no|number|flight|decree|order|law|room|pages?|channel|km|mile|kilometre|kilometer|beacon|hill|point|unit|marker|pillar|form|directive|regulation|route|highway|some|about|around|nearly|almost|over|than|least|most|to|another|only|up to|roughly|approximately|between|[$€£]|usd|eur)\.?|[$€£#№]|\bno\.?) ?$/i
const TIMED =
  /\b(?:in|since|until|till|before|after|by|of|from|for|during|early|late|mid-?|year|through|and|or|summer|winter|spring|autumn|election|elections)[- ]$/i
/** "2027 and 2029", "(2019)": a number of our times that counts nothing. */
export const yearAlone: Pattern[] = [
  [
    /(?<![\p{L}\d.,:/$€£-])(?:1[5-9]|20)\d{2}(?!\d|[.,:/-]\d|[%°]| ?(?:GMT|UTC|hrs|hours|local time|km|kilomet|met(?:re|er)s|miles|tonnes|tons|acres|hectares|feet|percent|per cent)\b)/u,
    (found, { sentence: { text } }) => {
      const before = text.slice(0, found.index)
      const behind = text.slice(found.index + 4)
      const isTimed = TIMED.test(before)
      if (Number(found[0]) < 1900 && !isTimed) return null
      if (
        !isTimed &&
        (CALLED.test(before) ||
          /(?<!^|[\p{L}\p{N}][.!?] )(?!(?:The|An?|Its?|Their|His|Her|Our|This) )\b\p{Lu}\p{L}* $/u.test(
            before,
          ))
      )
        return null
      // "2000 people", but "the 2019 elections" and "by 2027 fishermen"
      const counts =
        /^ (?:(?:more|new|other|\p{Ll}+(?:ed|al|an|ish|ese)) )?\p{Ll}+(?:s|people|men|women)\b/u.test(behind)
      const isOwned = /(?:\b(?:the|an?|its|their|his|her|our|this)|['’]s) $/i.test(before)
      if (counts && !isOwned && !/^ (?:was|is|has|as|alone|this|his|its|talks|elections)\b/.test(behind))
        return null
      if (isOwned && !/^[-–]?[ ]?\p{L}/u.test(behind)) return null
      return { edtf: found[0] }
    },
  ],
]

/** "two days later", "the following day": counted from the day that the text gave before. */
export const daysOnward: Pattern[] = [
  [
    new RegExp(
      `\\b(?:([Tt]he (?:next|following) day|(?:${NUMBER}) days? (?:later|after that))|[Tt]he (?:previous day|day before)(?=[.,;]|$| (?:in|at|by|and)\\b))(?! of\\b)`,
      'i',
    ),
    ([text, later], { last }) => {
      const date = last ? parseEdtf(last) : null
      if (date?.kind !== 'point' || date.point.earliest !== date.point.latest) return null
      const many = new RegExp(`^${NUMBER}(?= day)`, 'i').exec(text)?.[0]
      const edtf = isoDate(date.point.earliest + (later ? (many === undefined ? 1 : numberOf(many)) : -1))
      return { edtf, isRelative: true, says: `Counted from ${sayDate(last ?? '')}.` }
    },
  ],
]
