import type { PartyMark } from '../article.ts'
import { marked, type Reading } from '../reading.ts'

/** Every party where it is first named; a seat of government that is only a place is none. */
export function partiesIn(
  reading: Reading,
  places: ReadonlyArray<{ start: number; end: number }>,
): PartyMark[] {
  const seen = new Set<string>()
  const isPlace = new Set(places.map(({ start }) => start))
  return reading.sentences.flatMap((sentence) =>
    (reading.parties.get(sentence) ?? []).flatMap(({ from, to, name, id, by }) => {
      const [first, last] = [sentence.tokens[from], sentence.tokens[to - 1]]
      if (!first || !last || seen.has(name) || (by === 'seat' && isPlace.has(first.start))) return []
      seen.add(name)
      const span = { start: first.start, end: last.end }
      const words = reading.article.text.slice(span.start, span.end)
      return [marked(reading, 'party', span, { name, id }, words === name ? null : `Read as ${name}.`)]
    }),
  )
}
