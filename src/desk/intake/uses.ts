/* What each suggestion may be in the form of a round. */
import type { Suggestion, SuggestionKind } from '../../intake/article.ts'
import { roundFields } from '../../rounds/fields.ts'

/** Somebody who is spoken of and was not there. */
export const AWAY = 'not at the table'

/** What each kind of suggestion may be in the form; the first is what it most likely is. */
export const uses: Record<SuggestionKind, readonly string[]> = {
  date: ['Date'],
  time: [roundFields.start_time, roundFields.end_time, roundFields.planned_start].map(({ label }) => label),
  duration: ['Length'],
  venue: ['Venue'],
  person: ['head', 'deputy', 'member', 'host', 'mediator', 'facilitator', 'guarantor', 'observer', AWAY],
  party: ['delegation', 'host', 'mediator', 'facilitator', 'guarantor', 'observer'],
  quote: ['Statement'],
  relay: ['Chain of what it covers'],
  quantity: ['Outcome'],
  proposal: ['Proposal'],
  session: ['Statement'],
  outcome: ['Outcome'],
  format: ['Format'],
}

export const seats: readonly string[] = ['head', 'deputy', 'member']

/**
 * What a suggestion most likely is. The two parties named first sit opposite each other, and the first person named of
 * each leads it; the first of another party is there for a third one.
 */
export function likelyUse(marks: readonly Suggestion[], at: number): string {
  const mark = marks[at]
  if (!mark) return ''
  const [first = ''] = uses[mark.kind]
  if (mark.kind === 'party') return sidesIn(marks).includes(mark.value.name) ? 'delegation' : 'host'
  if (mark.kind !== 'person') return first
  const { party } = mark.value
  const isFirst = marks.findIndex((one) => one.kind === 'person' && one.value.party === party) === at
  if (!isFirst || party === null) return AWAY
  return sidesIn(marks).includes(party) ? 'head' : 'facilitator'
}

function sidesIn(marks: readonly Suggestion[]): string[] {
  const named = marks.flatMap((mark) => (mark.kind === 'party' ? [mark.value.name] : []))
  return [...new Set(named)].slice(0, 2)
}
