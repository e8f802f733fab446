import type { Link, Span } from '../../article.ts'
import { nameOf } from '../../people/figures.ts'
import { callOf, isBackReference, unnamedBefore } from '../../unnamed.ts'
import type { Where } from './place.ts'

export interface Speaker extends Span {
  link: Link
}

/** Who speaks, before a verb. */
export function speakerBefore({ sentence, people, before }: Where, at: number): Speaker | null {
  const left = sentence.text.slice(Math.max(0, at - sentence.start - 160), at - sentence.start).trimEnd()
  const words = unnamedBefore.exec(left)?.[1]
  if (words !== undefined && !isBackReference(words)) {
    const start =
      at -
      (sentence.text.slice(0, at - sentence.start).length -
        sentence.text.lastIndexOf(words, at - sentence.start))
    return { start, end: start + words.length, link: { name: callOf(words), isNamed: false } }
  }
  const person = people.filter(({ end }) => end <= at).at(-1) ?? before
  return person
    ? {
        start: Math.max(person.start, sentence.start),
        end: person.end,
        link: { name: nameOf(person.figure), isNamed: true },
      }
    : null
}

/** "In an interview with Dagen, Foreign Minister Voss said" */
export function speakerBehind({ sentence, people }: Where, at: number): Speaker | null {
  const person = people.find(({ start, office }) => (office?.start ?? start) >= at && start - at < 120)
  if (!person || !/^,? /.test(sentence.text.slice(at - sentence.start))) return null
  return { start: at, end: at, link: { name: nameOf(person.figure), isNamed: true } }
}
