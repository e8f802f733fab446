/* An office that commas part from its name. */
import { partsOf } from '../grammar.ts'
import type { Sentence } from '../sentences.ts'
import { bodies, common, deeds, isHead, modifiers, speech } from '../titles.ts'
import type { Token } from '../tokens.ts'
import type { Run } from './runs.ts'

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

/** ", aide to the Russian president," or "(Secretary-General)". */
export function titleBehind(sentence: Sentence, name: number): Run | null {
  const { tokens } = sentence
  const gap = tokens[name]?.gap ?? ''
  if (!/^(?:, | \(| — | – | - |, who is )$/.test(gap)) return null
  const from = DETERMINERS.has(tokens[name]?.folded ?? '') ? name + 1 : name
  const to = endOfPhrase(tokens, from)
  return !isSource(tokens, name) && isTitle(sentence, from, to) ? { from, to } : null
}

/** ", an official privy to the talks said": who has a verb of their own is nobody's description. */
export function isSource(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:an?|one)$/.test(tokens[at]?.folded ?? '')) return false
  for (let to = at + 1; to < Math.min(tokens.length, at + LONGEST); to++) {
    const { gap, folded } = tokens[to] as Token
    if (gap !== ' ' || /^(?:who|which|that|whose|where)$/.test(folded)) return false
    if (speech.has(folded))
      return /^[.,]|^$/.test(tokens[to + 1]?.gap ?? '') || tokens[to + 1]?.folded === 'on'
  }
  return false
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

function isTitle(sentence: Sentence, from: number, to: number): boolean {
  const { tokens } = sentence
  const parts = partsOf(sentence)
  const words = tokens.slice(from, to)
  const head = words.slice(0, HEAD_WITHIN).findIndex(({ folded }) => isHead(folded))
  if (head < 0) return false
  const isPlain = words
    .slice(0, head)
    .every(
      ({ folded, isCapital, isPossessive }, at) =>
        modifiers.has(folded) ||
        /^(?:NOUN|ADJ)$/.test(parts[from + at] ?? '') ||
        (words[at - 1]?.isPossessive ?? false) ||
        isCapital ||
        isPossessive ||
        /ly$/.test(folded),
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
export function titleBeforeComma(sentence: Sentence, name: number, end: number): Run | null {
  const { tokens } = sentence
  if (tokens[name]?.gap !== ', ') return null
  const next = tokens[end]
  if (next && !/^[,.;)]/.test(next.gap)) return null
  let from = name
  while (from > Math.max(0, name - LONGEST)) {
    const token = tokens[from - 1] as Token
    if (DETERMINERS.has(token.folded) && !isInnerThe(tokens, from - 1)) break
    // "in the presence of the Wali of Sfax, Anis Trabelsi"
    if (
      token.folded === 'the' &&
      isHead(tokens[from]?.folded ?? '') &&
      !isHead(tokens[from - 3]?.folded ?? '')
    )
      break
    if (
      speech.has(token.folded) ||
      deeds.has(token.folded) ||
      /^(?:by|with|was|is)$/.test(token.folded) ||
      (token.folded === 'and' && !isHead(tokens[from - 2]?.folded ?? ''))
    )
      break
    from--
    if (from > 0 && /[,;:()—–"“”]|\. /.test(tokens[from]?.gap ?? '')) break
    if (tokens[from]?.isPossessive) {
      // "South Sudan’s"
      while (
        from > 0 &&
        tokens[from]?.gap === ' ' &&
        tokens[from - 1]?.isCapital &&
        !common.has(tokens[from - 1]?.folded ?? '')
      )
        from--
      break
    }
  }
  // Behind a comma it may be what the name before it is called; a body or a paper is called nothing.
  const isOfAnother =
    from > 0 && /,/.test(tokens[from]?.gap ?? '') && !bodies.has(tokens[from - 1]?.folded ?? '')
  if (isOfAnother) return null
  // "the greetings of the Special Envoy, Anders Lillevik": the office may begin at any "the".
  const starts = [from]
  for (let at = from + 1; at < name - 1; at++) if (tokens[at]?.folded === 'the') starts.push(at + 1)
  const first = starts.find((start) => isTitle(sentence, start, name))
  return first === undefined ? null : { from: first, to: name }
}

/** "the" of "head of the delegation". */
function isInnerThe(tokens: readonly Token[], at: number): boolean {
  return /^(?:of|for|to|at|in)$/.test(tokens[at - 1]?.folded ?? '')
}
