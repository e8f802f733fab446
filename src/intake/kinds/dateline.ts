import { fold } from '../../kernel/fold.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import type { Place } from './venue.ts'

/** "ISTANBUL, July 23 —", "OSLO (Agency) -": capitals before a dash at the head of a paragraph. */
export function datelineOf(reading: Reading, sentence: Sentence): { place: Place; to: number } | null {
  if (sentence.start !== sentence.paragraph.start || sentence.isHeadline) return null
  const [line, town = ''] =
    /^(\p{Lu}{3,}(?:[ -]\p{Lu}{3,}){0,2})(?:, \p{Lu}\p{L}+)?(?:, [\p{L}\d ]*\d{1,2}[\p{L}\d ]*)?\.$/u.exec(
      sentence.text,
    ) ??
    /^(\p{Lu}[\p{L}'’.-]+(?:[ -]\p{Lu}[\p{L}'’.-]+){0,3})(?:, [^—–]{1,40}?|\/\p{Lu}[\p{L} ]{1,30})?(?: ?\([^)]{1,40}\))?(?:, [\p{L}\d ,.]{1,30}?)? ?(?:—|–|--| -|-) /u.exec(
      sentence.text,
    ) ??
    []
  if (line === undefined || line.length > 90) return null
  const isShouted = town === town.toUpperCase()
  if (!isShouted && !/[,(/]/.test(line)) return null
  const to = sentence.tokens.findIndex(({ start }) => start >= sentence.start + town.length)
  const known = reading.lexicon.venues.get(fold(town)) ?? []
  const name = known[0]?.name ?? (isShouted ? inCase(reading, town) : town)
  return {
    place: { start: sentence.start, end: sentence.start + town.length, name, known, isTown: true },
    to: Math.max(to, 1),
  }
}

/** As the text writes it elsewhere. */
function inCase({ article }: Reading, shouted: string): string {
  const plain = shouted
    .toLowerCase()
    .replace(/(^|[ -])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
  const folded = fold(shouted)
  for (const { text } of article.paragraphs.slice(0, 200))
    for (const [word] of text.matchAll(/\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?/gu))
      if (fold(word) === folded && word !== shouted) return word
  return plain
}
