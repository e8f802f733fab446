/* Whom "he" and "she" mean. */
import type { Mention } from '../people/figures.ts'
import { type Reading, sentenceAt } from '../reading.ts'
import { callOf, unnamedAt, unnamedFrom } from '../unnamed.ts'
import type { Heard } from './speaker.ts'

/** "he" is who was named last, before this clause or in it. */
export function pronoun(
  reading: Reading,
  from: number,
  at: number,
  mentions: readonly Mention[],
): Heard | null {
  return unnamedBeforehand(reading, from, mentions) ?? pronounOf(reading.article.text, from, at, mentions)
}

/** "A guard shook his head. “Closed,” he said": whoever the sentence before is about, if it is somebody new. */
function unnamedBeforehand(reading: Reading, from: number, mentions: readonly Mention[]): Heard | null {
  let last = sentenceAt(reading, from) ?? sentenceAt(reading, from - 1)
  const { paragraph } = last ?? {}
  // Quotes stand between them and the pronoun.
  for (let back = 0; back < 3 && last && (last.end > from || /^["“‘«]/.test(last.text)); back++)
    last = sentenceAt(reading, last.start - 2)
  if (!last || last.paragraph !== paragraph || last.end > from || !/^(?:an?|one|another) /i.test(last.text))
    return null
  const words = unnamedFrom(last, 0)
  const begins = last.start + (words?.length ?? 0)
  // "One herder, Musa Idris, keeps a list."
  if (mentions.some(({ start }) => start >= begins && start <= begins + 2)) return null
  return words === null || !unnamedAt.test(words) ? null : { figure: null, words: callOf(words), at: from }
}

function pronounOf(text: string, from: number, at: number, mentions: readonly Mention[]): Heard | null {
  const before = mentions.filter(({ end }) => end <= at)
  const subject = before.filter(
    ({ start, sentence }) => sentence.end <= from && isFirstOf(text, sentence.start, start),
  )
  const inside = before.filter(({ start }) => start >= from).at(-1)
  const found =
    inside ?? before.filter(({ sentence }) => sentence === before.at(-1)?.sentence)[0] ?? subject.at(-1)
  return found ? { figure: found.figure, words: null, at: found.start } : null
}

function isFirstOf(text: string, from: number, at: number): boolean {
  return text.slice(from, at).length < 60
}
