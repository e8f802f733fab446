import type { Article, Paragraph } from './article.ts'
import { type Token, tokensOf } from './tokens.ts'

export interface Sentence {
  /** Offsets in the article. */
  start: number
  end: number
  text: string
  tokens: Token[]
  paragraph: Paragraph
  isHeadline: boolean
  /** Most words begin with a capital, as in English headlines: capitals say nothing here. */
  isTitleCase: boolean
}

/** No sentence is longer: whatever is asked of one takes no longer than a fixed time. */
const LONGEST = 1200
const END = /[.!?…]+["'”’»)\]]*(?=\s+["'“‘«„([]*[\p{Lu}\p{N}])|[:;](?=\s+[“"«„])/gu
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Adm|Brig|Cmdr|Sgt|Sen|Rep|Gov|Hon|Amb|Rev|St|Sr|Jr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|ca|cf)|(?:^|[\s.(“"])\p{Lu}|\b[ap]\.m)\.$/u

/** The sentences of what belongs to the article. */
export function sentencesOf({ paragraphs }: Article): Sentence[] {
  return paragraphs.filter(({ isFurniture }) => !isFurniture).flatMap(sentencesIn)
}

function sentencesIn(paragraph: Paragraph): Sentence[] {
  const { text, start, isHeadline } = paragraph
  return piecesOf(text).map((piece) => {
    const words = text.slice(piece.start, piece.end)
    const tokens = tokensOf(words, start + piece.start)
    return {
      start: start + piece.start,
      end: start + piece.end,
      text: words,
      tokens,
      paragraph,
      isHeadline,
      isTitleCase: piece.end - piece.start === text.length && isTitleCase(words, tokens),
    }
  })
}

function piecesOf(text: string): Array<{ start: number; end: number }> {
  const ends = [...text.matchAll(END)]
    .map(({ 0: mark, index }) => index + mark.length)
    .filter((end) => !isAbbreviation(text, end))
  const pieces: Array<{ start: number; end: number }> = []
  let start = 0
  for (const end of [...ends, text.length]) {
    while (end - start > LONGEST) {
      const space = text.lastIndexOf(' ', start + LONGEST)
      const cut = space > start ? space : start + LONGEST
      pieces.push({ start, end: cut })
      start = cut
    }
    pieces.push({ start, end })
    start = end
  }
  return pieces.map((piece) => trimmed(text, piece)).filter((piece) => piece.end > piece.start)
}

/** "Gen. Brandt", "J. Brandt", "the U.S. Senate", and "8 p.m. Moscow time". */
function isAbbreviation(text: string, end: number): boolean {
  if (!ABBREVIATION.test(text.slice(Math.max(0, end - 8), end))) return false
  const isHour = /[ap]\.m\.$/.test(text.slice(Math.max(0, end - 4), end))
  return !isHour || /^\s+\p{Lu}[\p{L}.]*\s(?:time|Time)\b/u.test(text.slice(end, end + 40))
}

function trimmed(text: string, { start, end }: { start: number; end: number }) {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return { start: from, end: to }
}

/** A line that is no sentence. */
function isTitleCase(words: string, tokens: Token[]): boolean {
  if (/[.!?…:,;]["”’)]*$/.test(words) || words.length > 200) return false
  const long = tokens.filter(({ text }) => text.length > 3 && /\p{L}/u.test(text))
  return long.length >= 4 && long.filter(({ isCapital }) => isCapital).length >= long.length * 0.75
}
