import type { Paragraph, Span } from './article.ts'

/** Words between quotation marks; a quote that is not closed goes on to the end of its paragraph. */
export interface Quotation extends Span {
  /** With its marks. */
  outer: Span
}

const CLOSES: Record<string, string[]> = { '“': ['”', '"'], '„': ['“', '”'], '«': ['»'], '"': ['"', '”'] }

export function quotationsIn({ text, start }: Paragraph): Quotation[] {
  const found: Quotation[] = []
  for (let at = 0; at < text.length; at++) {
    const closes = CLOSES[text[at] ?? '']
    if (!closes || isInch(text, at)) continue
    const open = at + 1
    let end = open
    while (end < text.length && !closes.includes(text[end] ?? '')) end++
    const outer = { start: start + at, end: start + Math.min(end + 1, text.length) }
    if (end > open) found.push({ start: start + open, end: start + end, outer })
    at = end
  }
  return [...found, ...singleQuotes(text, start, found)].sort((one, other) => one.start - other.start)
}

/** 5'10" is no quote. */
function isInch(text: string, at: number): boolean {
  return text[at] === '"' && /\d/.test(text[at - 1] ?? '')
}

const SINGLE = /(?<=^|[\s(])[‘']([^‘“”"\n]{3,800}?[.,!?]?)['’](?=$|[\s.,;:)])/gu

/** ‘…’ of British print: an apostrophe is the same sign, so only what opens behind a blank and closes before one counts. */
function singleQuotes(text: string, start: number, taken: readonly Quotation[]): Quotation[] {
  let next = 0
  return [...text.matchAll(SINGLE)].flatMap(({ 0: whole, 1: words = '', index }) => {
    const outer = { start: start + index, end: start + index + whole.length }
    while ((taken[next]?.outer.end ?? Number.POSITIVE_INFINITY) <= outer.start) next++
    const isWithin = (taken[next]?.outer.start ?? Number.POSITIVE_INFINITY) < outer.end
    return isWithin ? [] : [{ start: outer.start + 1, end: outer.start + 1 + words.length, outer }]
  })
}
