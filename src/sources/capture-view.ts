import { sayDate } from '../kernel/say-date.ts'
import { type Passage, passagesIn, type Span } from './capture.ts'
import type { Capture } from './capture-reads.ts'
import type { Claim } from './claim-reads.ts'

/** A stretch of the text, in paragraphs. */
export interface Excerpt {
  paragraphs: Array<{ pieces: Piece[] }>
  /** Whether the text goes on before and after it. */
  isCutBefore: boolean
  isCutAfter: boolean
}

/** Words that no passage begins or ends within. */
interface Piece {
  words: string
  isQuoted: boolean
  /** The passages that begin with it, and those that end with it. */
  begins: Array<{ id: string }>
  ends: Array<{ href: string; claim: string }>
}

/** What readers see of a text that others wrote: this many characters around each quote. */
const AROUND = 200

/** `isWhole` for those who are signed in: the texts of others are not ours to publish, a passage beside its quote is. */
export function capturedText(capture: Omit<Capture, 'id'>, claims: Claim[], isWhole: boolean) {
  const { text, captured, text_sha256 } = capture
  const quotes = claims.flatMap(({ id, quote }) => (quote === null ? [] : [{ id, quote }]))
  const places = passagesIn(text, quotes)
  const found = places.flatMap(({ claim_id, spans }) => (spans === null ? [] : [{ claim_id, spans }]))
  const missing = new Set(places.flatMap(({ claim_id, spans }) => (spans === null ? [claim_id] : [])))
  const stretches = isWhole ? [{ start: 0, end: text.length }] : stretchesAround(found, text)
  return {
    captured: captured === null ? 'Day of reading not recorded' : `Read on ${sayDate(captured)}`,
    sha256: text_sha256,
    isWhole,
    excerpts: stretches.map((stretch) => excerptOf(text, stretch, found)),
    isUnquoted: found.length === 0,
    missing: quotes
      .filter(({ id }) => missing.has(id))
      .map(({ id, quote }) => ({ href: `#claim-${id}`, claim: `Claim ${id}`, quote })),
    hasMissing: missing.size > 0,
    /** How the quote of a claim fares in the text. */
    found: new Set(found.map(({ claim_id }) => claim_id)),
    notFound: missing,
    href: `/sources/${capture.source_id}/text`,
  }
}

/** The surroundings of all passages; those that touch are one. */
function stretchesAround(passages: Passage[], text: string): Span[] {
  const around = passages
    .flatMap(({ spans }) => spans)
    .map(({ start, end }) => ({ start: wordAfter(text, start), end: wordBefore(text, end) }))
    .sort((one, other) => one.start - other.start || one.end - other.end)
  const joined: Span[] = []
  for (const { start, end } of around) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** The first place within reach before this one where a word begins. */
function wordAfter(text: string, start: number): number {
  const from = Math.max(0, start - AROUND)
  return from === 0 ? 0 : from + Math.max(0, text.slice(from, start).search(/(?<=\s)\S/))
}

function wordBefore(text: string, end: number): number {
  const to = Math.min(text.length, end + AROUND)
  if (to === text.length) return to
  const cut = text.slice(end, to).search(/\s\S*$/)
  return cut < 0 ? to : end + cut
}

function excerptOf(text: string, { start, end }: Span, passages: Passage[]): Excerpt {
  return {
    paragraphs: paragraphsOf(text, { start, end })
      .map((paragraph) => ({ pieces: piecesOf(text, paragraph, passages) }))
      .filter(({ pieces }) => pieces.length > 0),
    isCutBefore: start > 0,
    isCutAfter: end < text.length,
  }
}

/** Parted by empty lines. */
function paragraphsOf(text: string, { start, end }: Span): Span[] {
  const breaks = [...text.slice(start, end).matchAll(/\r?\n[^\S\n]*\r?\n\s*/g)].map(({ 0: gap, index }) => ({
    start: start + index,
    end: start + index + gap.length,
  }))
  const starts = [start, ...breaks.map((gap) => gap.end)]
  const ends = [...breaks.map((gap) => gap.start), end]
  return starts.map((from, at) => ({ start: from, end: ends[at] ?? end }))
}

/** Cut wherever a passage begins or ends, so that overlapping passages need not nest. */
function piecesOf(text: string, paragraph: Span, passages: Passage[]): Piece[] {
  const near = passages.filter(({ spans }) => spans.some((span) => overlap(span, paragraph)))
  const edges = near.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end]))
  const inside = edges.filter((edge) => paragraph.start < edge && edge < paragraph.end)
  const cuts = [...new Set([paragraph.start, ...inside, paragraph.end])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, at) => {
    const piece = { start, end: cuts[at + 1] ?? start }
    return {
      words: text.slice(piece.start, piece.end),
      isQuoted: near.some(({ spans }) => spans.some((span) => overlap(span, piece))),
      begins: near
        .filter(({ spans }) => spans[0]?.start === piece.start)
        .map(({ claim_id }) => ({ id: `passage-${claim_id}` })),
      ends: near
        .filter(({ spans }) => spans.at(-1)?.end === piece.end)
        .map(({ claim_id }) => ({ href: `#claim-${claim_id}`, claim: `Claim ${claim_id}` })),
    }
  })
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
