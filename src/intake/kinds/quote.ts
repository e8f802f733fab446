/* What stands between quotation marks or behind a speaker's name and a colon, and who said it. */
import type { Link, Paragraph, QuoteMark, RelayMark, Span } from '../article.ts'
import { type Cast, type Figure, type Mention, nameOf } from '../cast.ts'
import { type Quotation, quotationsIn } from '../quotations.ts'
import { marked, type Reading } from '../reading.ts'
import { isBackReference } from '../unnamed.ts'
import { type Heard, speakerIn } from './speaker.ts'

const countWords = (text: string) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

export function quotesIn(reading: Reading, cast: Cast, relays: readonly RelayMark[]): QuoteMark[] {
  const marks: QuoteMark[] = []
  for (const paragraph of reading.article.paragraphs) {
    if (paragraph.isFurniture) continue
    const said = dialogue(reading, cast, paragraph)
    const inner = new Quoted(reading, cast, paragraph).all()
    // In an interview only what somebody else is quoted with is a quote within the answer.
    const quoted =
      said === null
        ? inner
        : inner.filter(({ heard }) => heard?.figure && heard.figure !== said[0]?.heard?.figure)
    for (const { span, heard } of [...(said ?? []), ...quoted])
      marks.push(quoteMark(reading, span, heard, relays))
  }
  return marks
}

interface Said {
  span: Span
  heard: Heard | null
}

function quoteMark(
  reading: Reading,
  span: Span,
  heard: Heard | null,
  relays: readonly RelayMark[],
): QuoteMark {
  const words = reading.article.text.slice(span.start, span.end)
  const speaker = (heard?.figure ? nameOf(heard.figure) : heard?.words) ?? null
  const relay = heard && heard.figure === null ? chainOf(heard, span, relays) : []
  return marked(reading, 'quote', span, {
    speaker,
    speaker_id: heard?.figure?.id ?? null,
    relay,
    length: countWords(words),
  })
}

/** Somebody unnamed was heard through the chain of the same sentence, or the last one before. */
function chainOf({ words, at }: Heard, span: Span, relays: readonly RelayMark[]): Link[] {
  const near = relays.filter(
    ({ value }) => value.covers.start <= span.start && span.start <= value.covers.end,
  )
  if (near[0] && !isBackReference(words ?? '')) return near[0].value.chain
  const earlier = relays
    .filter(({ start }) => start < at && at - start < 1500)
    .findLast(({ value }) => value.chain.some(({ isNamed }) => !isNamed))
  return isBackReference(words ?? '') ? (earlier?.value.chain ?? []) : (near[0]?.value.chain ?? [])
}

/** A paragraph of an interview: "Voss: We talked." */
function dialogue(_reading: Reading, cast: Cast, { text, start, end }: Paragraph): Said[] | null {
  const [label, name = ''] = /^([\p{L}'’ .-]{1,40}?) ?: ?(?=\S)/u.exec(text) ?? []
  if (label === undefined || /[“"«„]/.test(text.charAt(label.length))) return null
  const figure = /^(?:a|answer)$/i.test(name) ? interviewee(cast) : figureCalled(cast, name)
  if (figure === null) return /^(?:q|question)$/i.test(name) ? [] : null
  return [{ span: { start: start + label.length, end }, heard: { figure, words: null, at: start } }]
}

function figureCalled(cast: Cast, label: string): Figure | null {
  const words = label.toLowerCase().split(' ')
  const called = cast.figures.filter((figure) => words.includes(figure.words.at(-1) ?? ''))
  return called.length === 1 ? (called[0] ?? null) : null
}

function interviewee({ mentions }: Cast): Figure | null {
  return mentions[0]?.figure ?? null
}

/** The quotations of one paragraph, each with its speaker. */
class Quoted {
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
      return isSaid && !(heard === null && this.#paragraph.isHeadline) ? [{ span, heard }] : []
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
