/* Capitals in a row that may be somebody's name. */

import { fold } from '../../kernel/fold.ts'
import { givenNames } from '../given-names.ts'
import { isEnglish } from '../grammar.ts'
import { isJoined } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../sentences.ts'
import { bodies, common, deeds, honorifics, isHead, modifiers, particles, speech } from '../titles.ts'
import type { Token } from '../tokens.ts'

/** `tokens.slice(from, to)` of the sentence. */
export interface Run {
  from: number
  to: number
}

export function runsIn(reading: Reading, sentence: Sentence): Run[] {
  const { tokens } = sentence
  const taken = new Set(
    (reading.parties.get(sentence) ?? []).flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, at) => from + at),
    ),
  )
  const label = labelOf(sentence)
  const isName = (at: number) =>
    !taken.has(at) && (isNameWord(reading, tokens, at) || (tokens[at]?.end ?? 0) <= label)
  const runs: Run[] = []
  for (let from = 0; from < tokens.length; ) {
    let to = from
    while (
      to < tokens.length &&
      (to === from || isJoined(tokens[to] as Token, tokens[to - 1] as Token)) &&
      isName(to)
    ) {
      to++
      while (isParticleBefore(tokens, to, isName)) to++
    }
    if (to > from) runs.push({ from, to })
    from = Math.max(to, from + 1)
  }
  return runs
}

/** Where the name ends of "JOAN PRITCHARD, HOST:", who speaks next in a transcript; "NEW DELHI:" is where one writes. */
export function labelOf({ text, start, paragraph }: Sentence): number {
  const [, label = '', role] = /^(\p{Lu}{2,}(?: \p{Lu}{2,}){1,2})(, [^:.]{1,30})?:/u.exec(text) ?? []
  const isName = role !== undefined || givenNames.has(fold(label.split(' ')[0] ?? ''))
  return isName && start === paragraph.start ? start + label.length : start
}

/** "bin" of "Faisal bin Farhan", "de" and "la" of "Humberto de la Calle". */
function isParticleBefore(tokens: readonly Token[], at: number, isName: (at: number) => boolean): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next || token.gap !== ' ' || next.gap !== ' ' || !particles.has(token.folded)) return false
  return isName(at + 1) || (particles.has(next.folded) && isName(at + 2))
}

function isNameWord({ plain }: Reading, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  const { text, folded, isCapital } = token
  if (!isCapital || !/^\p{L}/u.test(text) || (isAcronym(text) && !areInitials(tokens, at))) return false
  if (honorifics.has(folded)) return false
  const before = at > 0 && isJoined(token, tokens[at - 1] as Token) ? tokens[at - 1] : undefined
  // "Mr. I Wayan Sudarsana"
  if (before && HONOURED.test(before.folded)) return true
  // "John Major", "Martin King": a title behind a given name is a surname.
  if (isHead(folded) || modifiers.has(folded) || (folded.endsWith('s') && isHead(folded.slice(0, -1))))
    return before !== undefined && givenNames.has(before.folded)
  // "Adam West", "Sun Zhaohui": words that are names beside a name.
  const next = tokens[at + 1]
  if (NAMES_TOO.test(folded)) {
    if (before && givenNames.has(before.folded) && !(next && isJoined(next, token) && next.isCapital))
      return true
    if (/^(?:sun|bill|may)$/.test(folded) && next && isBareName(next, token)) return true
  }
  if (bodies.has(folded))
    return (
      (givenNames.has(folded) || (MONTHS.test(folded) && isHead(before?.folded ?? ''))) &&
      at + 1 < tokens.length &&
      (tokens[at + 1]?.isCapital ?? false)
    )
  if (common.has(folded)) return false
  const isFirst = at === 0 || /[.!?:“"«„]\s*$/.test(token.gap)
  return !isFirst || givenNames.has(folded) || !(plain.has(folded) || speech.has(folded) || deeds.has(folded))
}

const NAMES_TOO =
  /^(?:sun|bill|may|west|day|cross|green|black|white|church|hall|house|wall|field|bank|pass|ground|park)$/

/** A name and nothing else: "Zhaohui". */
function isBareName(next: Token, token: Token): boolean {
  return (
    isJoined(next, token) &&
    next.isCapital &&
    next.gap === ' ' &&
    !isEnglish(next.folded) &&
    !isAcronym(next.text)
  )
}

/** "his counterpart January Mwakyembe" */
const MONTHS = /^(?:january|april|may|june|july|august|september|october)$/
const HONOURED = /^(?:mr|mrs|ms|dr)$/

/** "JD Vance" */
function areInitials(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next?.isCapital || token.text.length !== 2 || token.isPossessive || next.gap !== ' ')
    return false
  if (isHead(token.folded)) return false
  return (
    !isAcronym(next.text) && !bodies.has(next.folded) && !isHead(next.folded) && !modifiers.has(next.folded)
  )
}

function isAcronym(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && !/\./.test(text)
}
