/* Suggestions, checks and scores as lines for a terminal. */
import { clip, counted, sayDuration, sayQuantity, sayTime } from '../kernel/words.ts'
import type { Article, Check, Span, Suggestion } from './article.ts'
import type { KnownRound } from './known-round-reads.ts'
import { type Score, sayChain } from './measure.ts'

/** "3:17" is the seventeenth letter of the third paragraph. */
function placeIn({ paragraphs }: Article, { start }: Span): string {
  const at = paragraphs.findLastIndex((one) => one.start <= start)
  return `${at + 1}:${start - (paragraphs[at]?.start ?? 0) + 1}`
}

export function suggestionLines(article: Article, suggestions: readonly Suggestion[]): string[] {
  return suggestions.map((one) =>
    [
      placeIn(article, one).padEnd(8),
      one.kind.padEnd(10),
      clip(one.words.replace(/\s+/g, ' '), 60).padEnd(61),
      meaningOf(article, one),
      one.says ? ` (${one.says.replace(/\.$/, '')})` : '',
    ].join(''),
  )
}

function meaningOf({ text }: Article, one: Suggestion): string {
  switch (one.kind) {
    case 'date':
      return one.value.edtf ?? 'not read'
    case 'time':
      return [sayTime(one.value.time, one.value.exactness), one.value.zone].filter(Boolean).join(' ')
    case 'duration':
      return sayDuration(one.value.minutes, one.value.exactness)
    case 'venue':
      return one.value.name + known(one.value.id)
    case 'party':
      return one.value.name + known(one.value.id)
    case 'person':
      return [one.value.name + known(one.value.id), one.value.office, one.value.party]
        .filter(Boolean)
        .join('; ')
    case 'quote':
      return [one.value.speaker ?? 'speaker not found', sayChain(one.value.relay)].filter(Boolean).join(' < ')
    case 'relay':
      return sayChain(one.value.chain)
    case 'quantity':
      return (
        sayQuantity(one.value.quantity, one.value.bound, one.value.unit) +
        (one.value.isEach ? ' from each side' : '')
      )
    case 'proposal': {
      const { verb, by, to, what } = one.value
      const words = what ? `: ${clip(text.slice(what.start, what.end), 60)}` : ''
      return `${verb}${by ? ` by ${by}` : ''}${to ? ` to ${to}` : ''}${words}`
    }
    case 'session':
      return [one.value.title, one.value.order].filter(Boolean).join(', ')
    case 'outcome':
      return `${one.value.outcome}; “${one.value.certainty}”`
    case 'format':
      return one.value.format
  }
}

function known(id: number | null): string {
  return id === null ? '' : ` #${id}`
}

export function furnitureLines(article: Article): string[] {
  return article.paragraphs
    .filter(({ isFurniture }) => isFurniture)
    .map((one) => `${placeIn(article, one).padEnd(8)}${clip(one.text, 60).padEnd(61)}${one.why}`)
}

export function checkLines(article: Article, checks: readonly Check[]): string[] {
  return checks.flatMap(({ says, spans, choices }) => [
    `${spans.map((span) => placeIn(article, span)).join(' ')}  ${says}`,
    ...choices.map((choice) => `          - ${choice}`),
  ])
}

export function roundLines(rounds: readonly KnownRound[]): string[] {
  return rounds.map(
    ({ id, title, process, reasons }) => `round ${id}  ${title} (${process}): ${reasons.join('; ')}`,
  )
}

export function scoreLines(scores: readonly Score[]): string[] {
  return scores.flatMap(({ kind, expected, found, missed, wrong }) => [
    `${kind.padEnd(9)}${`${found} of ${expected} found`.padEnd(18)}${counted(wrong.length, 'wrong suggestion')}`,
    ...missed.map((words) => `         missed  ${words}`),
    ...wrong.map((words) => `         wrong   ${clip(words, 100)}`),
  ])
}
