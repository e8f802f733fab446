/* Towns that no word for a place leads to: "Athienou was the sticking point". */
import { givenNames } from '../given-names.ts'
import { isEnglish, partsOf } from '../grammar.ts'
import { isJoined } from '../lexicon.ts'
import { isCalledOutlet, knownOutlets } from '../outlet-names.ts'
import { isHeardAs } from '../outlets-heard.ts'
import type { Cast } from '../people/cast.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { isOfStates } from '../states.ts'
import { deeds, honorifics, speech } from '../titles.ts'
import type { Token } from '../tokens.ts'
import { isTown } from '../towns.ts'
import { isTownWord } from './place-words.ts'
import { endOfTown } from './town-name.ts'

/** Where the name of a town of the gazetteer ends that begins here and is nobody else's name. */
export function namedTownAt(reading: Reading, cast: Cast, sentence: Sentence, from: number): number | null {
  const { tokens } = sentence
  const to = endOfTown(tokens, from)
  const words = tokens.slice(from, to)
  const name = words.map(({ text }) => text).join(' ')
  // "the Kars rail link"
  if (partsOf(sentence)[to] === 'NOUN' && tokens[to]?.gap === ' ' && !tokens[to - 1]?.isPossessive)
    return null
  if (!words.every(isTownWord) || isOfStates(name) || !isWhole(tokens, from, to) || !isTown(name)) return null
  if ((reading.parties.get(sentence) ?? []).some((one) => one.from < to && from < one.to)) return null
  return isOpenWord(reading, sentence, from, to) || isOfSomebody(reading, cast, sentence, from, to)
    ? null
    : to
}

/** Nothing stands before or behind that would make it part of a longer name: "the Moro front", "Chamber of Commerce". */
function isWhole(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, first, next, last] = [
    tokens[from - 1],
    tokens[from] as Token,
    tokens[to],
    tokens[to - 1] as Token,
  ]
  if (
    before?.folded === 'the' ||
    next?.folded === 'of' ||
    (before?.folded === 'of' && tokens[from - 2]?.isCapital)
  )
    return false
  if (before && isJoined(first, before) && (before.isCapital || honorifics.has(before.folded)) && from > 1)
    return false
  // "Rustavi 2"
  return !(next && isJoined(next, last) && (next.isCapital || /^\d/.test(next.text)))
}

/** A word of the language or of a longer name. */
function isOpenWord({ plain, parts }: Reading, sentence: Sentence, from: number, to: number): boolean {
  const word = sentence.tokens[from] as Token
  if (to - from > 1) return false
  if (parts.has(word.folded)) return true
  return word.text.length < 4 || plain.has(word.folded) || isEnglish(word.folded)
}

/** Somebody’s name, an outlet’s, or of whoever speaks or acts. */
function isOfSomebody(reading: Reading, cast: Cast, sentence: Sentence, from: number, to: number): boolean {
  const { tokens } = sentence
  const words = tokens.slice(from, to).map(({ folded }) => folded)
  if (cast.figures.some((figure) => words.some((word) => figure.words.includes(word)))) return true
  const next = tokens[to]
  if (next?.gap === ' ' && (speech.has(next.folded) || deeds.has(next.folded))) return true
  if (words.length === 1 && givenNames.has(words[0] ?? '')) return true
  return (
    knownOutlets.has(words.join(' ')) ||
    reading.ownOutlets.has(words.join(' ')) ||
    isCalledOutlet(sentence, from, to) ||
    isHeardAs(sentence, from, to)
  )
}
