import { fold } from '../../kernel/fold.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { common } from '../titles.ts'
import type { Place } from './venue.ts'

/** "ISTANBUL, July 23 —", "KYIV/MOSCOW (Agency) -", "BEIRUT:": capitals before a dash at the head of a paragraph. */
export function datelineOf(reading: Reading, sentence: Sentence): { places: Place[]; to: number } | null {
  if (sentence.start !== sentence.paragraph.start || sentence.isHeadline) return null
  const [line, town = '', second = ''] =
    SIGNED.exec(sentence.text) ??
    ALONE.exec(sentence.text) ??
    DASHED.exec(sentence.text) ??
    colon(reading, sentence) ??
    []
  if (line === undefined || line.length > 90) return null
  if (SIGNED.test(sentence.text))
    return { places: [placed(reading, town, sentence.start)], to: sentence.tokens.length }
  const isShouted = town === town.toUpperCase()
  if (!isShouted && !/[,(/]/.test(line)) return null
  // "MINSK/BELTA —" names an agency, "KYIV/MOSCOW (Agency) —" two towns.
  const towns = second !== '' && /[,(]/.test(line) ? [town, second] : [town]
  const to = sentence.tokens.findIndex(({ start }) => start >= sentence.start + towns.join('/').length)
  return {
    places: towns.map((one, at) => placed(reading, one, sentence.start + at * (town.length + 1))),
    to: Math.max(to, 1),
  }
}

const ALONE =
  /^(\p{Lu}{3,}(?:[ -]\p{Lu}{3,}){0,2})(?:, \p{Lu}\p{L}+)?(?:, [\p{L}\d ]*\d{1,2}[\p{L}\d ]*)?\.(?: \/[^/]{1,30}\/\.)?$/u
/** "Dili, 8 May 2026" */
const SIGNED =
  /^(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}), (?:\p{L}+day,? )?(?:\d{1,2} \p{Lu}\p{L}+|\p{Lu}\p{L}+ \d{1,2},?)(?: \d{4})?\.?$/u
const DASHED =
  /^(\p{Lu}[\p{L}'’.-]+(?:[ -]\p{Lu}[\p{L}'’.-]+){0,3})(?:\/(\p{Lu}\p{L}{1,20}(?: \p{L}{1,20}){0,2}))?(?:, [^—–]{1,40}?)?(?: ?\([^)]{1,40}\))?(?:, [\p{L}\d ,.]{1,30}?)? ?(?:—|–|--| -|-) /u
const SHOUTED =
  /^(\p{Lu}{3,}(?:[ -]\p{Lu}{3,}){0,2})(?:, (?:\d{1,2} \p{Lu}\p{L}{2,8}\.?|\p{Lu}\p{L}{2,8}\.? \d{1,2})(?:,? \d{4})?)?: /u

/** "BEIRUT: Lebanon will" opens a report; further on, capitals and a colon are somebody who speaks. */
function colon({ article: { paragraphs } }: Reading, { paragraph, text }: Sentence): RegExpExecArray | null {
  const found = SHOUTED.exec(text)
  if (!found) return null
  const first = paragraphs.findIndex(({ isFurniture, isHeadline }) => !isFurniture && !isHeadline)
  const isOpening = paragraphs[first] === paragraph && !SHOUTED.test(paragraphs[first + 1]?.text ?? '')
  return isOpening && !common.has(fold(found[1] ?? '')) ? found : null
}

function placed(reading: Reading, town: string, start: number): Place {
  const known = reading.lexicon.venues.get(fold(town)) ?? []
  const name = known[0]?.name ?? (town === town.toUpperCase() ? inCase(reading, town) : town)
  return { start, end: start + town.length, name, known, isTown: true }
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
