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
 * What each of these most likely is, in their order. The two parties named first sit opposite each other, and the first
 * person named of each leads it; the first of another party is there for a third one.
 */
export function likelyUses(marks: readonly Suggestion[]): string[] {
  const sides = sidesIn(marks)
  const seated = new Set<string>()
  return marks.map((mark) => {
    if (mark.kind === 'party') return sides.includes(mark.value.name) ? 'delegation' : 'host'
    if (mark.kind !== 'person') return uses[mark.kind][0] ?? ''
    const { party } = mark.value
    if (party === null || seated.has(party)) return AWAY
    seated.add(party)
    return sides.includes(party) ? 'head' : 'facilitator'
  })
}

function sidesIn(marks: readonly Suggestion[]): string[] {
  const named = marks.flatMap((mark) => (mark.kind === 'party' ? [mark.value.name] : []))
  return [...new Set(named)].slice(0, 2)
}
