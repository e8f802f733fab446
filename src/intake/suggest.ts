import { parseEdtf } from '../kernel/edtf.ts'
import type { Article, Lexicon, Suggestion } from './article.ts'
import { formatsIn, outcomesIn, sessionsIn } from './kinds/course.ts'
import { datesIn } from './kinds/date.ts'
import { durationsIn } from './kinds/duration.ts'
import { partiesIn } from './kinds/party.ts'
import { peopleIn } from './kinds/person.ts'
import { proposalsIn } from './kinds/proposal.ts'
import { quantitiesIn } from './kinds/quantity.ts'
import { quotesIn } from './kinds/quote.ts'
import { relaysIn } from './kinds/relay.ts'
import { timesIn } from './kinds/time.ts'
import { placesOf, venuesIn } from './kinds/venue.ts'
import { castOf } from './people/cast.ts'
import { readingOf } from './reading.ts'

/** What the analyst chose; a day in EDTF, against which "Tuesday" and "July 23" are read. */
export interface Against {
  reference: string | null
}

/**
 * What an English text may say about a round: marks on the words they come from, in the order of the text. Each is for
 * somebody to accept; nothing follows from one by itself.
 */
export function suggestionsIn(article: Article, lexicon: Lexicon, { reference }: Against): Suggestion[] {
  const reading = readingOf(article, lexicon, dayOf(reference))
  const cast = castOf(reading)
  const places = placesOf(reading, cast)
  const relays = relaysIn(reading, cast)
  const marks: Suggestion[] = [
    ...datesIn(reading),
    ...timesIn(reading),
    ...durationsIn(reading),
    ...venuesIn(reading, places),
    ...peopleIn(reading, cast),
    ...partiesIn(reading, places),
    ...quotesIn(reading, cast, relays),
    ...relays,
    ...quantitiesIn(reading),
    ...proposalsIn(reading, cast),
    ...sessionsIn(reading),
    ...outcomesIn(reading),
    ...formatsIn(reading),
  ]
  return marks.sort(
    (one, other) => one.start - other.start || one.end - other.end || compare(one.kind, other.kind),
  )
}

/** The one day that a reference date is; a month is no day to count from. */
export function dayOf(reference: string | null): number | null {
  const date = reference === null ? null : parseEdtf(reference)
  return date?.kind === 'point' && date.point.earliest === date.point.latest ? date.point.earliest : null
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
