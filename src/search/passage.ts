/* The words around what was found, in pieces, so that a template can mark them and nothing of the record becomes HTML. */
import { type Placed, placedWords } from '../kernel/fold.ts'
import type { Phrase } from './query.ts'

export interface Piece {
  text: string
  isFound: boolean
}

/** A passage is about this long. */
const AROUND = 90
/** The longest text of others that is looked through. */
const LONGEST = 400_000

/** The text with what was found in it, cut to a passage around the first of it where it is long; null where nothing is. */
export function passageOf(text: string, phrases: Phrase[]): Piece[] | null {
  const spans = spansOf(text.slice(0, LONGEST), phrases)
  const [first] = spans
  if (!first) return null
  const start = text.length <= 3 * AROUND ? 0 : wordAt(text, first.start - AROUND)
  const end = text.length <= 3 * AROUND ? text.length : wordEnd(text, Math.max(first.end, start) + 2 * AROUND)
  const within = spans.filter((span) => span.end <= end)
  return [
    { text: start > 0 ? '… ' : '', isFound: false },
    ...within.flatMap((span, at) => [
      { text: text.slice(within[at - 1]?.end ?? start, span.start), isFound: false },
      { text: text.slice(span.start, span.end), isFound: true },
    ]),
    { text: text.slice(within.at(-1)?.end ?? start, end) + (end < text.length ? ' …' : ''), isFound: false },
  ].filter((piece) => piece.text !== '')
}

interface Span {
  start: number
  end: number
}

/** Where the phrases stand, in order; those that touch or overlap are one. */
function spansOf(text: string, phrases: Phrase[]): Span[] {
  const words = placedWords(text)
  const spans = words.flatMap((_, at) => phrases.flatMap((phrase) => spanAt(words, at, phrase) ?? []))
  const joined: Span[] = []
  for (const { start, end } of spans) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

function spanAt(words: Placed[], at: number, { words: asked, isBegun }: Phrase): Span | null {
  const last = asked.length - 1
  const isThere = asked.every((word, step) => {
    const there = words[at + step]?.word
    return step === last && isBegun ? there?.startsWith(word) : there === word
  })
  const [from, to] = [words[at], words[at + last]]
  return isThere && from && to ? { start: from.start, end: to.end } : null
}

function wordAt(text: string, near: number): number {
  if (near <= 0) return 0
  const gap = text.slice(near, near + 40).search(/\s\S/)
  return gap < 0 ? whole(text, near) : near + gap + 1
}

function wordEnd(text: string, near: number): number {
  if (near >= text.length) return text.length
  const gap = text.slice(near - 40, near).search(/\s\S*$/)
  return gap < 0 ? whole(text, near) : near - 40 + gap
}

/** Never between the halves of a pair. */
function whole(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at
}
