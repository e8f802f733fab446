/* An office that stands just before a name. */
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { bodies, common, isHead, modifiers } from '../titles.ts'
import type { Token } from '../tokens.ts'
import type { Run } from './runs.ts'

const PREPOSITIONS = new Set(['of', 'for', 'to', 'at', 'in', 'on', 'and', 'the', 'from', 'with'])

/** "Turkish Foreign Minister", "Ukraine’s chief negotiator", "Secretary of the Security Council". */
export function titleBefore(reading: Reading, sentence: Sentence, name: number): Run | null {
  const { tokens } = sentence
  const to = name
  const near = titleEndingAt(reading, sentence, to)
  if (near) return near
  const last = tokens[to - 1]
  const isBody = last !== undefined && (last.isCapital || modifiers.has(last.folded))
  return isBody && joins(tokens, to) ? titleWithBody(reading, sentence, to) : null
}

function titleEndingAt(reading: Reading, sentence: Sentence, to: number): Run | null {
  const { tokens } = sentence
  const parties = reading.parties.get(sentence) ?? []
  let [at, hasHead] = [to, false]
  while (at > 0 && joins(tokens, at)) {
    const token = tokens[at - 1] as Token
    const party = parties.find((one) => one.to === at)
    if (party) {
      at = party.from
      if (tokens[at]?.isCapital && hasHead) break
      continue
    }
    if (isHead(token.folded)) hasHead = true
    else if (!modifiers.has(token.folded) && !(hasHead && isAndOfTwo(tokens, at - 1))) {
      if (hasHead && isOwned(sentence, parties, at - 1)) {
        at--
        continue
      }
      if (hasHead && isOwner(token, at - 1)) at--
      break
    }
    at--
  }
  // "former" before a state's name: "former Torland foreign minister"
  if (/^(?:former|ex|late|acting|then)$/.test(tokens[at - 1]?.folded ?? '') && joins(tokens, at)) at--
  return hasHead ? { from: at, to } : null
}

/** "Prime Minister and Foreign Minister" */
function isAndOfTwo(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.folded === 'and' && isHead(tokens[at - 1]?.folded ?? '')
}

/** "Torland’s", "Varenian": of a party that nobody told us of. */
function isOwner({ isCapital, isPossessive, folded }: Token, at: number): boolean {
  if (!isCapital || common.has(folded) || bodies.has(folded)) return false
  return isPossessive || at > 0 || /(?:an|ian|ish|ese|i)$/.test(folded)
}

/** "sea" of "Portugal’s sea minister". */
function isOwned(
  { tokens }: Sentence,
  parties: ReadonlyArray<{ to: number; by: string }>,
  at: number,
): boolean {
  const token = tokens[at] as Token
  if (common.has(token.folded) || !joins(tokens, at)) return false
  return (
    (tokens[at - 1]?.isPossessive ?? false) || parties.some(({ to, by }) => to === at && by === 'adjective')
  )
}

/** From the name back over the body to its head: "Secretary of the National Security Council" Rustem Umerov. */
function titleWithBody(reading: Reading, sentence: Sentence, to: number): Run | null {
  const { tokens } = sentence
  let found: Run | null = null
  for (let at = to - 1; at > Math.max(-1, to - 14) && joins(tokens, at + 1); at--) {
    const { folded, isCapital } = tokens[at] as Token
    if (!isCapital && !PREPOSITIONS.has(folded) && !isHead(folded) && !modifiers.has(folded)) break
    if (isHead(folded) && /^(?:of|for|to|at)$/.test(tokens[at + 1]?.folded ?? ''))
      found = { from: titleEndingAt(reading, sentence, at + 1)?.from ?? at, to }
  }
  return found
}

/** Whether the word is joined to the one before by a space. */
export function joins(tokens: readonly Token[], at: number): boolean {
  const gap = tokens[at]?.gap ?? ''
  return (
    gap === ' ' || gap === '-' || gap === ' (' || (gap === '. ' && (tokens[at - 1]?.text.length ?? 9) <= 4)
  )
}
