/* An office that stands just before a name. */
import { type Part, partsOf } from '../grammar.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { bodies, common, deeds, isHead, modifiers, speech } from '../titles.ts'
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

/** Back from the name over the nouns and adjectives before it: "Turkish Cypriot leader", "Kurdish Natural Resources Minister". */
function titleEndingAt(reading: Reading, sentence: Sentence, to: number): Run | null {
  const { tokens } = sentence
  const parts = partsOf(sentence)
  const parties = reading.parties.get(sentence) ?? []
  let [at, hasHead] = [to, false]
  while (at > 0 && joins(tokens, at)) {
    const token = tokens[at - 1] as Token
    const party = parties.find((one) => one.to === at)
    if (party) {
      at = party.from
      if (tokens[at]?.isPossessive) break
      continue
    }
    if (isHead(token.folded)) hasHead = true
    else if (hasHead && token.isPossessive) {
      if (isOwner(token)) at--
      break
    } else if (
      !modifiers.has(token.folded) &&
      !(hasHead && (isAndOfTwo(tokens, at - 1) || isOfPhrase(token, parts[at - 1], tokens[at])))
    )
      break
    at--
  }
  // "former" before a state's name: "former Torland foreign minister"
  if (/^(?:former|ex|late|acting|then)$/.test(tokens[at - 1]?.folded ?? '') && joins(tokens, at)) at--
  return hasHead ? { from: at, to } : null
}

/** A noun or an adjective before a head belongs to it; "to brief Prime Minister" is none. */
function isOfPhrase({ folded, isCapital }: Token, part: Part | undefined, next: Token | undefined): boolean {
  if (common.has(folded) || speech.has(folded) || deeds.has(folded) || /day$/.test(folded)) return false
  return /^(?:NOUN|ADJ|PROPN)$/.test(part ?? '') && (isCapital || !next?.isCapital)
}

/** "Prime Minister and Foreign Minister" */
function isAndOfTwo(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.folded === 'and' && isHead(tokens[at - 1]?.folded ?? '')
}

/** "Torland’s": of a party that nobody told us of. */
function isOwner({ isCapital, folded }: Token): boolean {
  return !common.has(folded) && (isCapital || bodies.has(folded))
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
