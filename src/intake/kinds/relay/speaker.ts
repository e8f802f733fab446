import type { Link, Span } from '../../article.ts'
import { type Mention, nameOf } from '../../people/figures.ts'
import { speech } from '../../titles.ts'
import { callOf, isBackReference, unnamedFrom, unnamedSubject } from '../../unnamed.ts'
import type { Where } from './place.ts'

export interface Speaker extends Span {
  link: Link
}

/** Who speaks: before the words that tell of it, behind them, or whoever was named last. */
export function speakerOf(place: Where, at: number, end: number): Speaker | null {
  const last = place.before && {
    start: place.sentence.start,
    end: place.before.end,
    link: linkOf(place.before),
  }
  return (
    by(place, end) ?? speakerBefore(place, at) ?? byOffice(place, at) ?? speakerBehind(place, end) ?? last
  )
}

/** "a source in the delegation", "Anna Voss" before a verb of the same sentence. */
export function speakerBefore({ sentence, people }: Where, at: number): Speaker | null {
  const { words, start: from } = unnamedSubject(sentence, at - sentence.start) ?? { words: '', start: 0 }
  if (words !== '' && !isBackReference(words)) {
    const start = sentence.start + from
    const described = describedBy(people, start)
    if (described) return { start: described.start, end: described.end, link: linkOf(described) }
    return { start, end: start + words.length, link: { name: callOf(words), isNamed: false } }
  }
  const person = people.filter(({ end }) => end <= at).at(-1)
  return person ? { start: person.start, end: person.end, link: linkOf(person) } : null
}

/** "confirmed to Reuters by two nurses" */
function by({ sentence }: Where, end: number): Speaker | null {
  if (!/^ by /.test(sentence.text.slice(end - sentence.start))) return null
  const words = unnamedFrom(sentence, end - sentence.start + 4)
  return words === null || isBackReference(words)
    ? null
    : { start: end, end: end + 4 + words.length, link: { name: callOf(words), isNamed: false } }
}

/** "The head of the Torland team": somebody by an office alone, with what it is over. */
function byOffice({ sentence, people }: Where, at: number): Speaker | null {
  const name = HOLDER.exec(sentence.text.slice(0, at - sentence.start).trimEnd())?.[1]
  if (name === undefined) return null
  const start = sentence.start + sentence.text.lastIndexOf(name, at - sentence.start)
  const isNamed = people.some((one) => one.start < start + name.length && start < one.end)
  return isNamed ? null : { start, end: start + name.length, link: { name, isNamed: false } }
}

const HOLDER =
  /(?:^|[.;:,] |\b(?:and|but|that) )((?:[Tt]he|[Ii]ts|[Tt]heir) (?:[\p{L}-]+ ){0,3}(?:head|leader|chief|spokes\p{L}+|secretary|director|chair\p{L}*|governor|mayor|commander|representative|ambassador|captain|owner|manager|adviser) (?:of|for) (?:the )?[^,.;“”"]{3,60})(?: (?:has|had|also|later))?$/u

/** "Anna Voss said" before "in remarks aired by NTV". */
export function speakerSaying(place: Where, at: number): Speaker | null {
  const one = speakerBefore(place, at)
  const isSaying = place.sentence.tokens.some(
    ({ start, end, folded }) => one !== null && start >= one.end && end <= at && speech.has(folded),
  )
  return isSaying ? one : null
}

/** "In an interview with Dagen, Foreign Minister Voss said", "Speaking to AFP on Monday, a mediator said". */
export function speakerBehind({ sentence, people }: Where, at: number): Speaker | null {
  const rest = sentence.text.slice(at - sentence.start)
  const lead = /^(?:[^,;:“”"()]{0,60},)? /.exec(rest)?.[0].length
  if (lead === undefined) return null
  const words = unnamedFrom(sentence, at - sentence.start + lead)
  if (words !== null && !isBackReference(words))
    return { start: at, end: at, link: { name: callOf(words), isNamed: false } }
  const person = people.find(({ start, office }) => (office?.start ?? start) >= at && start - at < 120)
  if (!person || isOwner(sentence, person)) return null
  return { start: at, end: at, link: linkOf(person) }
}

/** "Karam’s office said" */
function isOwner({ tokens }: Where['sentence'], { to }: Mention): boolean {
  return tokens[to - 1]?.isPossessive ?? false
}

function linkOf({ figure }: Mention): Link {
  return { name: nameOf(figure), isNamed: true }
}

/** "Anna Voss" of "Anna Voss, a researcher at the institute," */
export function describedBy(people: readonly Mention[], at: number): Mention | undefined {
  return people.find(({ end }) => end + 2 === at)
}
