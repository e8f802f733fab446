/* The office that a text gives with a name: before it, behind it, or before it and a comma. */
import type { Span } from './article.ts'
import type { Reading } from './reading.ts'
import type { Run } from './runs.ts'
import type { Sentence } from './sentences.ts'
import { bodies, common, deeds, honorifics, isHead, modifiers, speech } from './titles.ts'
import type { Token } from './tokens.ts'

export interface Office extends Span {
  words: string
  party: string | null
  party_id: number | null
}

const PREPOSITIONS = new Set(['of', 'for', 'to', 'at', 'in', 'on', 'and', 'the', 'from', 'with'])
const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'its',
  'their',
  'our',
  'another',
  'then',
  'also',
])
const LONGEST = 18
/** Where an office must name itself as one. */
const HEAD_WITHIN = 9

/** At most two: "delegation head Dawit Mekuria, State Minister for Foreign Affairs". */
export function officesOf(reading: Reading, sentence: Sentence, run: Run): Office[] {
  const { tokens } = sentence
  let name = run.from
  while (name > 0 && honorifics.has(tokens[name - 1]?.folded ?? '') && joins(tokens, name)) name--
  const [ahead, after] = [before(reading, sentence, name), behind(tokens, run.to)]
  // "General Varga, Chief of the General Staff": a bare rank says less.
  const isRank = ahead !== null && after !== null && ahead.to - ahead.from === 1
  // "the army’s chief delegate, General Mahjoub Bushra,"
  const further = after ? null : beforeComma(tokens, ahead?.from ?? name, run.to)
  const all = [isRank ? null : ahead, after, further]
  return all.flatMap((one) => (one && !isBare(tokens, one) ? (asOffice(reading, sentence, one) ?? []) : []))
}

function isBare(tokens: readonly Token[], { from, to }: Run): boolean {
  return to - from === 1 && BARE.test(tokens[from]?.folded ?? '')
}

/** Alone these are no office. */
const BARE =
  /^(?:chief|head|leader|deputy|member|aide|chair|representative|delegate|king|queen|prince|second)$/

function asOffice(reading: Reading, sentence: Sentence, { from, to }: Run): Office | null {
  const { tokens } = sentence
  const [first, last] = [tokens[from], tokens[to - 1]]
  if (!first || !last) return null
  const party = (reading.parties.get(sentence) ?? []).find((one) => one.from >= from && one.to <= to)
  return {
    start: first.start,
    end: last.end,
    words: reading.article.text.slice(first.start, last.end),
    party: party?.name ?? null,
    party_id: party?.id ?? null,
  }
}

/** "Turkish Foreign Minister", "Ukraine’s chief negotiator", "Secretary of the Security Council". */
function before(reading: Reading, sentence: Sentence, name: number): Run | null {
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
function joins(tokens: readonly Token[], at: number): boolean {
  const gap = tokens[at]?.gap ?? ''
  return (
    gap === ' ' || gap === '-' || gap === ' (' || (gap === '. ' && (tokens[at - 1]?.text.length ?? 9) <= 4)
  )
}

/** ", aide to the Russian president," or "(Secretary-General)". */
function behind(tokens: readonly Token[], name: number): Run | null {
  const gap = tokens[name]?.gap ?? ''
  if (!/^(?:, | \(| — | – | - |, who is )$/.test(gap)) return null
  const from = DETERMINERS.has(tokens[name]?.folded ?? '') ? name + 1 : name
  const to = endOfPhrase(tokens, from)
  return isTitle(tokens, from, to) ? { from, to } : null
}

function endOfPhrase(tokens: readonly Token[], from: number): number {
  let to = from
  while (to < Math.min(tokens.length, from + LONGEST)) {
    const token = tokens[to] as Token
    if (to > from && /[,;:()—–"“”«»!?]|\. | - /.test(token.gap)) break
    // "who is now presidential adviser"
    if (token.folded === 'who' && /^(?:now|also)$/.test(tokens[to + 2]?.folded ?? '')) {
      to += 3
      continue
    }
    if (
      /^(?:who|which|that|has|had|was|were|is|are|will|would|while|as|but|after|before|when|also|did)$/.test(
        token.folded,
      )
    )
      break
    if (speech.has(token.folded) || deeds.has(token.folded)) break
    if (token.folded === 'and' && !goesOn(tokens[to + 1]) && !isEndOfName(tokens, to + 1)) break
    to++
  }
  return to
}

/** "Metohija" of "Office for Kosovo and Metohija,": one capital alone is no person. */
function isEndOfName(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return (
    (tokens[at]?.isCapital ?? false) &&
    (tokens[at - 2]?.isCapital ?? false) &&
    (!next || /^[,.;)]/.test(next.gap))
  )
}

/** Behind "and": another title, or the rest of a body's name; not another person. */
function goesOn(next: Token | undefined): boolean {
  if (!next) return false
  return (
    isHead(next.folded) ||
    modifiers.has(next.folded) ||
    bodies.has(next.folded) ||
    (!next.isCapital && !DETERMINERS.has(next.folded))
  )
}

function isTitle(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to)
  const head = words.slice(0, HEAD_WITHIN).findIndex(({ folded }) => isHead(folded))
  if (head < 0) return false
  const isPlain = words
    .slice(0, head)
    .every(
      ({ folded, isCapital, isPossessive }) =>
        modifiers.has(folded) || isCapital || isPossessive || /ly$/.test(folded),
    )
  const next = words.findIndex(({ folded }, at) => at > head && !isHead(folded) && !modifiers.has(folded))
  return isPlain && !isNextPerson(words, next)
}

/** "Foreign Minister Jonas Brandt" behind a name is the next one's office; "Jonas Brandt’s envoy" is not. */
function isNextPerson(words: readonly Token[], at: number): boolean {
  const next = words[at]
  if (!next?.isCapital || next.gap !== ' ' || bodies.has(next.folded)) return false
  let last = at
  while (words[last + 1]?.isCapital && words[last + 1]?.gap === ' ') last++
  return !words.slice(at, last + 1).some(({ isPossessive }) => isPossessive)
}

/** "Torland’s foreign minister, Anna Voss," */
function beforeComma(tokens: readonly Token[], name: number, end: number): Run | null {
  if (tokens[name]?.gap !== ', ') return null
  const next = tokens[end]
  if (next && !/^[,.;)]/.test(next.gap)) return null
  let from = name
  while (from > Math.max(0, name - LONGEST)) {
    const token = tokens[from - 1] as Token
    if (DETERMINERS.has(token.folded) && !isInnerThe(tokens, from - 1)) break
    if (
      speech.has(token.folded) ||
      deeds.has(token.folded) ||
      /^(?:by|with|was|is)$/.test(token.folded) ||
      (token.folded === 'and' && !isHead(tokens[from - 2]?.folded ?? ''))
    )
      break
    from--
    if (from > 0 && /[,;:()—–"“”]|\. /.test(tokens[from]?.gap ?? '')) break
    if (tokens[from]?.isPossessive) break
  }
  // Behind a comma it may be what the name before it is called; a body or a paper is called nothing.
  const isOfAnother =
    from > 0 && /,/.test(tokens[from]?.gap ?? '') && !bodies.has(tokens[from - 1]?.folded ?? '')
  return !isOfAnother && isTitle(tokens, from, name) ? { from, to: name } : null
}

/** "the" of "head of the delegation". */
function isInnerThe(tokens: readonly Token[], at: number): boolean {
  return /^(?:of|for|to|at|in)$/.test(tokens[at - 1]?.folded ?? '')
}
