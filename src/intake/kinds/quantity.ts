/* How many people, bodies or things are exchanged, returned or held. */
import type { QuantityMark } from '../article.ts'
import { marked, type Reading } from '../reading.ts'
import { boundOf, LEAD } from './bound.ts'
import { NUMBER, numberOf } from './calendar.ts'

const UNITS =
  '(?:prisoners? of war|prisoners?|POWs?|bodies|body|remains|civilians?|soldiers?|servicemen|servicewomen|service members?|troops|fighters?|detainees?|hostages?|captives?|internees?|children|women|men|people|persons|refugees?|returnees?|families|sailors?|crew members?|seamen|wounded|trucks?|tons?|tonnes?|mines?|vessels?|ships?)'
const KIND = "(?:(?:[\\p{L}][\\p{L}'’-]+) ){0,3}?"
const pattern = new RegExp(
  `(${LEAD})\\b(${NUMBER}) (${KIND}${UNITS})\\b((?:,? (?:from|on|by|for) (?:each|either|both) (?:sides?|part(?:y|ies)|delegations?)|,? per side|,? each)?)`,
  'giu',
)
const BARE_EACH = new RegExp(
  `(${LEAD})\\b(\\d[\\d,.]*\\d|\\d+)()( (?:from|on|by|for) (?:each|either|both) sides?| per side| each)\\b`,
  'giu',
)

export function quantitiesIn(reading: Reading): QuantityMark[] {
  return reading.sentences.flatMap((sentence) => {
    const taken: QuantityMark[] = []
    for (const one of [pattern, BARE_EACH])
      for (const {
        0: text,
        1: lead = '',
        2: many = '',
        3: unit = '',
        4: each = '',
        index,
      } of sentence.text.matchAll(one)) {
        const start = sentence.start + index
        const end = start + text.length
        const quantity = numberOf(many)
        if (
          quantity < 0 ||
          /^(?:an?|one)$/i.test(many) ||
          taken.some((one) => one.start < end && start < one.end)
        )
          continue
        taken.push(
          marked(
            reading,
            'quantity',
            { start, end },
            { quantity, bound: boundOf(lead), unit: unit.trim(), isEach: each !== '' },
          ),
        )
      }
    return taken
  })
}
