/* A speaker whom a text calls by what they are: "the Qatari leader said". */
import type { Mention } from '../people/figures.ts'
import { type Reading, sentenceAt } from '../reading.ts'
import { subjectOf } from '../subject.ts'
import { isHead } from '../titles.ts'

/** "the Qatari leader", "the Sudanese water ministry": with the verb, and nobody is named behind them. */
export function definiteIn(
  reading: Reading,
  from: number,
  at: number,
  last: Mention | undefined,
): string | null {
  const sentence = sentenceAt(reading, at)
  const verb = sentence?.tokens.findIndex(({ start }) => start >= at) ?? -1
  const subject = sentence && verb >= 0 ? subjectOf(sentence, verb) : null
  if (!sentence || !subject) return null
  const [first, head] = [sentence.tokens[subject.from], sentence.tokens[subject.head]]
  if (!first || !head || first.start < from || (last && last.end > first.start)) return null
  if (!/^(?:the|its|their)$/.test(first.folded) || !(isHead(head.folded) || INSTITUTION.test(head.folded)))
    return null
  return reading.article.text.slice(first.start, sentence.tokens[subject.to - 1]?.end)
}

const INSTITUTION =
  /^(?:ministry|government|embassy|presidency|delegation|army|commission|council|party|movement)$/
