/*
 * A page's HTML read as the paragraphs a reader sees. One way through the text, whatever it holds: each search that
 * comes to nothing is the last of its kind, so that no text takes longer than its length.
 */
import { decoded } from './entities.ts'

export interface Block {
  text: string
  isHeading: boolean
}

const blocks = new Set(
  `address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre section select summary table
  tbody td tfoot th thead title tr ul`.split(/\s+/),
)
/** Elements whose content no reader sees. */
const unseen = new Set(
  'script style template noscript svg math iframe object head textarea button select'.split(' '),
)
const TAG_NAME = /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})/

/** Whether a pasted text is HTML at all: plain texts have "<" too. */
export function isMarkup(raw: string): boolean {
  return /<(?:!doctype|html|body|article|div|p|br|h[1-6]|span|a|li|ul|table|section|script|style)\b[^<>]{0,2000}>/i.test(
    raw.slice(0, 50_000),
  )
}

export function blocksOf(html: string): Block[] {
  const page = new Page(html)
  const found: Block[] = []
  let words: string[] = []
  let isHeading = false
  const close = (nextIsHeading: boolean) => {
    const text = decoded(words.join('')).replace(/\s+/g, ' ').trim()
    if (text !== '') found.push({ text, isHeading })
    words = []
    isHeading = nextIsHeading
  }
  for (let piece = page.next(); piece !== null; piece = page.next()) {
    if (piece.tag === null) words.push(piece.text)
    else if (blocks.has(piece.tag)) close(piece.tag === 'h1' && !piece.isEnd)
  }
  close(false)
  return found
}

type Piece = { tag: null; text: string } | { tag: string; isEnd: boolean }

class Page {
  readonly #html: string
  readonly #lower: string
  #at = 0
  /** From where each thing was last searched for, and where it is next. */
  readonly #found = new Map<string, { from: number; at: number }>()

  constructor(html: string) {
    this.#html = html
    // Case is folded letter by letter: "İ" in lower case is two letters, and all places would shift.
    this.#lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  }

  /** The next stretch of text or the next tag; null at the end. */
  next(): Piece | null {
    if (this.#at >= this.#html.length) return null
    if (this.#html[this.#at] !== '<') return this.#text(this.#at)
    if (this.#html.startsWith('<!--', this.#at)) return this.#skipPast('-->')
    if (/^<[!?]/.test(this.#html.substr(this.#at, 2))) return this.#skipPast('>')
    const [, slash, name] = TAG_NAME.exec(this.#html.slice(this.#at, this.#at + 32)) ?? []
    return name === undefined ? this.#text(this.#at + 1) : this.#tag(name.toLowerCase(), slash === '/')
  }

  #text(searchFrom: number): Piece {
    const from = this.#at
    this.#at = this.#find('<', searchFrom) ?? this.#html.length
    return { tag: null, text: this.#html.slice(from, this.#at) }
  }

  #tag(tag: string, isEnd: boolean): Piece {
    const end = this.#endOfTag()
    if (end === null) return this.#text(this.#at + 1)
    this.#at = end
    if (!isEnd && unseen.has(tag) && this.#html[end - 2] !== '/')
      this.#at = this.#find(`</${tag}`, end) ?? this.#html.length
    return { tag, isEnd }
  }

  /** Behind the ">" that ends this tag, and does not stand within quotes. */
  #endOfTag(): number | null {
    for (let at = this.#at; ; ) {
      const end = this.#find('>', at)
      if (end === null) return null
      const quote = /=\s{0,20}(["'])/.exec(this.#html.slice(at, Math.min(end, at + LONGEST_TAG)))
      if (!quote) return end + 1
      const open = at + quote.index + quote[0].length
      const closing = this.#find(quote[1] ?? '', open)
      if (closing === null || closing - this.#at > LONGEST_TAG) return end + 1
      at = closing + 1
    }
  }

  /** What nobody closes reaches to the end, as in a browser. */
  #skipPast(what: string): Piece {
    const end = this.#find(what, this.#at)
    this.#at = end === null ? this.#html.length : end + what.length
    return { tag: null, text: '' }
  }

  #find(what: string, from: number): number | null {
    const last = this.#found.get(what)
    if (last && from >= last.from && from <= last.at) return last.at === NOWHERE ? null : last.at
    const found = this.#lower.indexOf(what, from)
    this.#found.set(what, { from, at: found < 0 ? NOWHERE : found })
    return found < 0 ? null : found
  }
}

const NOWHERE = Number.POSITIVE_INFINITY
/** No tag of an article is longer; images written into the page are, and are cut there. */
const LONGEST_TAG = 100_000
