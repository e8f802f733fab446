/* A text with its suggestions as marks, finished for the template. */
import type { Article, Check, Suggestion } from '../../intake/article.ts'
import { capital } from '../../kernel/words.ts'
import { likelyUses, uses } from './uses.ts'

/** Words of a paragraph; those of a suggestion carry its number. */
export interface Run {
  text: string
  number: string
  isOdd: boolean
}

/** Paragraphs in order, each cut where a suggestion begins and ends; of two that overlap the first is marked. */
export function paragraphsOf(
  { paragraphs }: Article,
  suggestions: readonly Suggestion[],
  checks: readonly Check[],
) {
  const odd = checks.flatMap(({ spans }) => spans)
  // Both are in the order of the text, so each mark is looked at once, however long the text is.
  let next = 0
  return paragraphs.map((one, at) => {
    const first = next
    while ((suggestions[next]?.start ?? one.end) < one.end) next += 1
    const within = odd.filter((span) => span.start < one.end && one.start < span.end)
    return {
      at: String(at),
      why: one.why ?? '',
      isFurniture: one.isFurniture,
      isHeadline: one.isHeadline,
      runs: runsOf(one, suggestions.slice(first, next), first, within),
    }
  })
}

/** `first` is the place of the first of these marks among all of the text. */
function runsOf(
  { start, end, text }: Article['paragraphs'][number],
  marks: readonly Suggestion[],
  first: number,
  odd: Check['spans'],
): Run[] {
  const runs: Run[] = []
  let from = start
  const plain = (to: number) => {
    if (to > from) runs.push({ text: text.slice(from - start, to - start), number: '', isOdd: false })
  }
  for (const [at, mark] of marks.entries()) {
    if (mark.start < from || mark.end > end || mark.start === mark.end) continue
    plain(mark.start)
    const isOdd = odd.some((span) => span.start < mark.end && mark.start < span.end)
    runs.push({
      text: text.slice(mark.start - start, mark.end - start),
      number: String(first + at + 1),
      isOdd,
    })
    from = mark.end
  }
  plain(end)
  return runs
}

/** What an analyst ticked so far, and what it is to be; undefined where nothing was said. */
export interface Ticked {
  is(at: number): boolean
  as(at: number): string | undefined
}

export function suggestionRows(suggestions: readonly Suggestion[], ticked: Ticked) {
  const likely = likelyUses(suggestions)
  return suggestions.map((mark, at) => ({
    number: String(at + 1),
    name: `take.${at}`,
    isTicked: ticked.is(at),
    words: mark.words,
    kind: capital(mark.kind),
    reading: readingOf(mark),
    says: mark.says ?? '',
    as: `as.${at}`,
    uses: uses[mark.kind].map((value) => ({
      value,
      label: capital(value),
      isChosen: value === (ticked.as(at) ?? likely[at]),
    })),
    hasChoice: uses[mark.kind].length > 1,
  }))
}

/** What the words were read as, where that is more than the words. */
function readingOf(mark: Suggestion): string {
  switch (mark.kind) {
    case 'date':
      return mark.value.edtf ?? 'two readings: choose the day yourself'
    case 'time':
      return [mark.value.exactness, mark.value.time, mark.value.zone].filter(Boolean).join(' ')
    case 'duration':
      return `${mark.value.exactness} ${mark.value.minutes} minutes`
    case 'venue':
    case 'party':
      return onRecord(mark.value.name, mark.value.id)
    case 'person':
      return onRecord(
        [mark.value.name, mark.value.office, mark.value.party].filter(Boolean).join(', '),
        mark.value.id,
      )
    case 'quote':
      return mark.value.speaker ?? chainOf(mark.value.relay)
    case 'relay':
      return chainOf(mark.value.chain)
    case 'quantity':
      return `${mark.value.bound} ${mark.value.quantity} ${mark.value.unit}${mark.value.isEach ? ' each' : ''}`
    case 'proposal':
      return [mark.value.verb, mark.value.by && `by ${mark.value.by}`, mark.value.to && `to ${mark.value.to}`]
        .filter(Boolean)
        .join(' ')
    case 'outcome':
      return `${mark.value.outcome}: “${mark.value.certainty}”`
    case 'session':
      return mark.value.title
    case 'format':
      return mark.value.format
  }
}

function onRecord(words: string, id: number | null): string {
  return id === null ? `${words} (not on record)` : words
}

function chainOf(chain: Array<{ name: string }>): string {
  return chain.map(({ name }) => name).join(', citing ')
}
