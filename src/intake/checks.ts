/*
 * What a machine finds odd about a text before anything is taken from it. A check warns and gives choices; it decides
 * nothing, for an article's own error is evidence too.
 */
import type { Article, Check, Lexicon, Suggestion } from './article.ts'
import { durationChecks } from './checks/duration.ts'
import { headlineChecks } from './checks/headline.ts'
import { officeChecks } from './checks/office.ts'
import { originChecks } from './checks/origin.ts'
import { longQuoteChecks } from './checks/quote.ts'
import { weekdayChecks } from './checks/weekday.ts'
import type { Examined } from './examined.ts'
import { type Against, dayOf } from './suggest.ts'

const checks: Array<(examined: Examined) => Check[]> = [
  weekdayChecks,
  officeChecks,
  headlineChecks,
  originChecks,
  durationChecks,
  longQuoteChecks,
]

/** All that is odd, in the order of the text. */
export function checksOn(
  article: Article,
  suggestions: readonly Suggestion[],
  lexicon: Lexicon,
  { reference }: Against,
): Check[] {
  const examined = { article, suggestions, lexicon, reference: dayOf(reference) }
  return checks
    .flatMap((check) => check(examined))
    .sort((one, other) => (one.spans[0]?.start ?? 0) - (other.spans[0]?.start ?? 0))
}
