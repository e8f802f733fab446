import { isoDate } from '../../kernel/days.ts'
import { sayDate, weekdayOf } from '../../kernel/say-date.ts'
import type { Article, Check, DateMark } from '../article.ts'
import { type Examined, ofKind } from '../examined.ts'

/** A weekday beside its date that was another day; and a weekday of the lead that is not that of the reference date. */
export function weekdayChecks({ article, suggestions, reference }: Examined): Check[] {
  const dates = ofKind(suggestions, 'date').filter(({ value }) => value.weekday !== null)
  const lead = reference === null ? null : dates.find((date) => isOfLead(article, date))
  return [
    ...dates.flatMap((date) => besideDate(date) ?? []),
    ...(lead && reference !== null ? (besideReference(lead, isoDate(reference)) ?? []) : []),
  ]
}

function besideDate({ value, start, end, words }: DateMark): Check[] | null {
  const real = value.edtf === null ? null : weekdayOf(value.edtf)
  if (real === null || real === value.weekday || isBareWeekday(words)) return null
  const day = sayDate(value.edtf ?? '')
  return [
    {
      check: 'weekday',
      says: `“${value.weekday}” is printed; ${day} was a ${real}.`,
      spans: [{ start, end }],
      choices: [`Keep ${day} and the weekday as printed`, `Take the ${value.weekday} of that week`],
    },
  ]
}

function besideReference({ value, start, end, words }: DateMark, reference: string): Check[] | null {
  const real = weekdayOf(reference)
  if (real === value.weekday || !isBareWeekday(words)) return null
  const [chosen, counted] = [sayDate(reference), sayDate(value.edtf ?? '')]
  return [
    {
      check: 'weekday',
      says: `“${value.weekday}” is printed; the reference date, ${chosen}, was a ${real}.`,
      spans: [{ start, end }],
      choices: [`It was ${chosen}; the weekday is the text’s error`, `It was ${counted}`],
    },
  ]
}

/** Days that the text itself counts from another are left alone: "last Friday". */
function isBareWeekday(words: string): boolean {
  return /^\p{Lu}\p{Ll}+day(?:['’]s)?(?: \p{Ll}+)?$/u.test(words)
}

/** The headline and the first two paragraphs of the article. */
function isOfLead({ paragraphs }: Article, { start }: DateMark): boolean {
  const body = paragraphs.filter(({ isFurniture, isHeadline }) => !isFurniture && !isHeadline)
  return start < (body[1]?.end ?? body[0]?.end ?? 0)
}
