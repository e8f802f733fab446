/*
 * Finding a quote in the text it was taken from. Print and keyboard differ in quotation marks, dashes, ellipses, accents,
 * case and line ends; none of that makes a quote another one. All offsets are those of the text as kept.
 */
import { fold } from '../kernel/fold.ts'

/** Where the words of a claim stand in a text; a quote with something left out stands in several places. */
export interface Passage {
  claim_id: number
  spans: Span[]
}

export interface Span {
  start: number
  end: number
}

/** Each quote at its first place; null for one that is not there. */
export function passagesIn(
  text: string,
  quotes: ReadonlyArray<{ id: number; quote: string }>,
): Array<{ claim_id: number; spans: Span[] | null }> {
  const page = readAlready.get(text) ?? remember(text)
  return quotes.map(({ id, quote }) => ({ claim_id: id, spans: placeOf(quote, page) }))
}

/** Texts do not change, and one is read again with every page that quotes it: the last few are kept as they compare. */
const readAlready = new Map<string, Comparable>()
const KEPT = 16

function remember(text: string): Comparable {
  const page = comparable(text)
  const [oldest] = readAlready.keys()
  if (readAlready.size >= KEPT && oldest !== undefined) readAlready.delete(oldest)
  readAlready.set(text, page)
  return page
}

interface Comparable {
  words: string
  /** For each letter of the words, where in the text it stands. */
  at: number[]
}

function comparable(text: string): Comparable {
  const at: number[] = []
  const words: string[] = []
  let offset = 0
  let last = ' '
  for (const letter of text) {
    const plain = plainOf(letter)
    if (plain !== '' && !(plain === ' ' && last === ' ')) {
      words.push(plain)
      for (let count = 0; count < plain.length; count++) at.push(offset)
      last = plain
    }
    offset += letter.length
  }
  return { words: words.join(''), at: [...at, offset] }
}

const letters = new Map<string, string>()

function plainOf(letter: string): string {
  const known = letters.get(letter)
  if (known !== undefined) return known
  const plain = foldMark(letter)
  letters.set(letter, plain)
  return plain
}

function foldMark(letter: string): string {
  if (/[\u00AD\u200B-\u200D\u2060\uFEFF]/.test(letter)) return ''
  if (/\s/.test(letter)) return ' '
  if (/["'`´‘’‚‛“”„‟«»‹›ʼ]/.test(letter)) return "'"
  if (/[‐‑‒–—―−]/.test(letter)) return '-'
  return letter === '…' ? '...' : fold(letter)
}

/** First word for word; then, where the quote leaves something out, part by part. */
function placeOf(quote: string, page: Comparable): Span[] | null {
  const words = comparable(quote).words.replace(/^[' ]+|[' ]+$/g, '')
  const whole = find(page, words, 0)
  if (whole !== null) return [spanOf(page, whole, words.length)]
  const parts = words.split(/ ?(?:\[[^\]]*\]|\.{3,}) ?/).filter((part) => part !== '')
  return parts.length === 0 ? null : placeOfParts(parts, page)
}

/** What is left out between two parts is a sentence or two, not half a page; a part so common is no place to begin. */
const LEFT_OUT = 600
const MOST_STARTS = 100

function placeOfParts(parts: string[], page: Comparable): Span[] | null {
  const [first = '', ...rest] = parts
  let from = find(page, first, 0)
  for (let starts = 0; from !== null && starts < MOST_STARTS; starts++) {
    const spans = [spanOf(page, from, first.length)]
    let end = from + first.length
    for (const part of rest) {
      const next = find(page, part, end, end + LEFT_OUT)
      if (next === null) break
      spans.push(spanOf(page, next, part.length))
      end = next + part.length
    }
    if (spans.length === parts.length) return spans
    from = find(page, first, from + 1)
  }
  return null
}

function spanOf({ at }: Comparable, from: number, length: number): Span {
  return { start: at[from] ?? 0, end: at[from + length] ?? 0 }
}

/** Where these words begin, as words of their own: "one" is not found in "phone". */
function find({ words }: Comparable, part: string, from: number, to = words.length): number | null {
  if (part === '') return null
  const reach = to < words.length ? words.slice(0, to + part.length) : words
  for (let found = reach.indexOf(part, from); found >= 0; found = reach.indexOf(part, found + 1))
    if (isEdge(words, found) && isEdge(words, found + part.length)) return found
  return null
}

/** Whether no word goes on across this place. Scripts that set no spaces have an edge everywhere. */
function isEdge(words: string, place: number): boolean {
  return (
    !/^[\p{L}\p{N}]{2}$/u.test(words.slice(Math.max(0, place - 1), place + 1)) || isUnspaced(words[place])
  )
}

function isUnspaced(letter = ''): boolean {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(
    letter,
  )
}
