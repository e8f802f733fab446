import type { Paragraph, Span } from '../article.ts'
import type { Cast } from '../people/cast.ts'
import type { Mention } from '../people/figures.ts'
import { type Quotation, quotationsIn } from '../quotations.ts'
import type { Reading } from '../reading.ts'
import { type Heard, speakerIn } from './speaker.ts'

export interface Said {
  span: Span
  heard: Heard | null
}

export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** 'the word "halt"' is spoken of, and not said. */
const A_WORD = /\b(?:word|term|phrase|name|expression|so-called|nicknamed|dubbed|titled|entitled) $/

/** The quotations of one paragraph, each with its speaker. */
export class Quoted {
  readonly #reading: Reading
  readonly #cast: Cast
  readonly #paragraph: Paragraph
  readonly #quotations: Quotation[]
  readonly #mentions: Mention[]

  constructor(reading: Reading, cast: Cast, paragraph: Paragraph) {
    this.#reading = reading
    this.#cast = cast
    this.#paragraph = paragraph
    this.#quotations = quotationsIn(paragraph)
    this.#mentions = this.#quotations.length === 0 ? [] : mentionsUpTo(cast, paragraph)
  }

  all(): Said[] {
    let last: Heard | null = null
    return this.#quotations.flatMap((quotation, at) => {
      const own = this.#speakerOf(at)
      const heard: Heard | null =
        own ??
        (this.#goesOn(at) ? last : null) ??
        (this.#isSentence(quotation) ? this.#speakerBefore(at) : null)
      last = heard ?? last
      const span = trimmed(this.#reading.article.text, quotation)
      const length = countWords(this.#reading.article.text.slice(span.start, span.end))
      const isSaid = heard ? length >= 2 || own !== null : length >= 6
      return isSaid &&
        !(length <= 3 && this.#isWord(quotation)) &&
        !(heard === null && this.#paragraph.isHeadline)
        ? [{ span, heard }]
        : []
    })
  }

  #speakerOf(at: number): Heard | null {
    const { start: first, end: last } = this.#paragraph
    const quotation = this.#quotations[at] as Quotation
    const after = {
      start: quotation.outer.end,
      end: Math.min(this.#quotations[at + 1]?.outer.start ?? last, quotation.outer.end + 260),
    }
    const before = {
      start: Math.max(this.#quotations[at - 1]?.outer.end ?? first, quotation.outer.start - 260),
      end: quotation.outer.start,
    }
    return (
      this.#ask(this.#clauseAfter(after, quotation), 'after') ??
      this.#ask(this.#clauseBefore(before), 'before') ??
      (this.#isSentence(quotation)
        ? null
        : this.#ask(
            this.#clauseBefore({
              start: Math.max(first, quotation.outer.start - 600),
              end: quotation.outer.start,
            }),
            'before',
          ))
    )
  }

  #ask(span: Span, side: 'before' | 'after'): Heard | null {
    return speakerIn(this.#reading, span, this.#mentions, side)
  }

  /** The rest of the sentence; of a quote that ends its sentence there is none, unless it closes with a comma. */
  #clauseAfter(span: Span, { end }: Quotation): Span {
    const { text } = this.#reading.article
    const rest = text.slice(span.start, span.end)
    const isOver =
      /[.!?…]$/.test(text.slice(0, end).trimEnd().slice(-1)) &&
      /^\s+\p{Lu}/u.test(rest) &&
      !/^\s+\p{Lu}[\p{L}. ’-]{1,50} (?:said|says|added|told|noted|stressed)\b/u.test(rest)
    const stop = /;|[.!?](?=\s+["“«]?\p{Lu}|\s*$)/u.exec(rest)
    return { start: span.start, end: isOver ? span.start : span.start + (stop ? stop.index : rest.length) }
  }

  #clauseBefore({ start, end }: Span): Span {
    const before = this.#reading.article.text.slice(start, end)
    const stops = [...before.matchAll(/(?<!\b\p{Lu}|Mr|Dr|Gen|Ms)[.!?]["”]?\s+(?=\S)/gu)]
    const last = stops.at(-1)
    return { start: last ? start + last.index + last[0].length : start, end }
  }

  /** The second half of a quote that its speaker interrupts, or a further quote of the same speaker. */
  #goesOn(at: number): boolean {
    return (
      at > 0 && (this.#quotations[at]?.outer.start ?? 0) - (this.#quotations[at - 1]?.outer.end ?? 0) < 200
    )
  }

  #isWord({ outer }: Quotation): boolean {
    return A_WORD.test(this.#reading.article.text.slice(Math.max(0, outer.start - 30), outer.start))
  }

  #isSentence({ start, end }: Quotation): boolean {
    const { text } = this.#reading.article
    return /^\p{Lu}/u.test(text.slice(start, start + 2)) && /[.!?…,]$/.test(text.slice(start, end).trimEnd())
  }

  /** Who spoke in the sentence before, without quotation marks. */
  #speakerBefore(at: number): Heard | null {
    const end = this.#quotations[at]?.outer.start ?? 0
    const start = Math.max(this.#paragraph.start, end - 400)
    const found = this.#ask({ start, end }, 'before')
    return found ?? this.#speakerOfParagraph(end)
  }

  #speakerOfParagraph(before: number): Heard | null {
    const said = this.#cast.mentions.filter(({ start }) => start >= this.#paragraph.start && start < before)
    return said[0] ? { figure: said[0].figure, words: null, at: said[0].start } : null
  }
}

/** Those of the paragraph and, for "he" and "she", of the two thousand letters before it. */
function mentionsUpTo({ mentions }: Cast, { start, end }: Paragraph): Mention[] {
  return mentions.slice(firstFrom(mentions, start - 2000), firstFrom(mentions, end))
}

function firstFrom(mentions: readonly Mention[], place: number): number {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /[\s,]/.test(text[to - 1] ?? '')) to--
  return { start: from, end: to }
}
