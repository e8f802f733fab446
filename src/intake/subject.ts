/* Who does what a verb tells: the noun phrase at the head of its clause, by parts of speech. */
import { partsOf } from './grammar.ts'
import type { Sentence } from './sentences.ts'
import { isHead, speech } from './titles.ts'
import type { Token } from './tokens.ts'

/** `tokens.slice(from, to)`; `head` is its noun. */
export interface Subject {
  from: number
  head: number
  to: number
}

const FURTHEST = 24

/** The subject of the verb at this place, the nearest clause first. */
export function subjectOf(sentence: Sentence, verb: number): Subject | null {
  const { tokens } = sentence
  const parts = partsOf(sentence)
  let end = verb
  while (end > 0 && /^(?:ADV|AUX)$/.test(parts[end - 1] ?? '') && tokens[end]?.gap === ' ') end--
  if (!/^,? $/.test(tokens[end]?.gap ?? '')) return null
  for (let from = end - 1; from >= Math.max(0, end - FURTHEST); from--) {
    if (!beginsClause(tokens, from)) continue
    const head = headFrom(sentence, from, end)
    if (head !== null && isRest(sentence, head + 1, end))
      return { from: wholeFrom(sentence, from, head, end), head, to: end }
    if (/[;:“”"]/.test(tokens[from]?.gap ?? '')) return null
  }
  return null
}

/** "the irrigation" of "the irrigation and water ministry said": what stands before "and" may be of the same phrase. */
function wholeFrom(sentence: Sentence, from: number, head: number, end: number): number {
  if (sentence.tokens[from - 1]?.folded !== 'and') return from
  for (let at = from - 2; at >= Math.max(0, from - 6) && sentence.tokens[at + 1]?.gap === ' '; at--)
    if (/^(?:the|an?|its|their)$/.test(sentence.tokens[at]?.folded ?? ''))
      return headFrom(sentence, at, end) === head ? at : from
  return from
}

function beginsClause(tokens: readonly Token[], at: number): boolean {
  // "16.05 Two diplomats say": the hour of an entry.
  const isHour = /^\d{1,2}[.:]\d{2}$/.test(tokens[0]?.text ?? '')
  return (
    at === (isHour ? 1 : 0) ||
    /[,;:—–(“”"]/.test(tokens[at]?.gap ?? '') ||
    /^(?:and|but|that|while|because|although|though|yet|meanwhile)$/.test(tokens[at - 1]?.folded ?? '')
  )
}

/** "the teachers' union" */
function isSpace({ gap }: Token): boolean {
  return gap === ' ' || /^['’] $/.test(gap)
}

const PART = /^(?:one|two|three|four|five|several|some|many|most|another)$/

/** The noun that ends the phrase beginning here. */
function headFrom(sentence: Sentence, from: number, end: number): number | null {
  const { tokens } = sentence
  const parts = partsOf(sentence)
  let head: number | null = null
  // "one of the rebel sources"
  const first = PART.test(tokens[from]?.folded ?? '') && tokens[from + 1]?.folded === 'of' ? from + 2 : from
  for (let at = first; at < Math.min(end, first + 9); at++) {
    const token = tokens[at] as Token
    if (at > first && !isSpace(token)) break
    const part = parts[at] ?? 'X'
    if (at === from && part === 'VERB') return null
    if (part === 'NOUN' || part === 'PROPN') head = token.isPossessive ? null : at
    else if (
      part === 'CCONJ' &&
      token.folded === 'and' &&
      /^(?:NOUN|ADJ)$/.test(parts[at - 1] ?? '') &&
      /^(?:NOUN|ADJ)$/.test(parts[at + 1] ?? '')
    )
      continue
    else if (!isInPhrase(part, token, head !== null)) break
    else if (head !== null && !/^(?:NOUN|PROPN)$/.test(parts[at + 1] ?? '')) break
  }
  return head
}

/** Before the noun: "displaced", "his", "two". */
function isInPhrase(part: string, { folded }: Token, hasHead: boolean): boolean {
  if (part === 'PRON') return /^(?:his|her|its|their|our|my)$/.test(folded)
  if (part === 'VERB') return !hasHead && /(?:ed|ing)$/.test(folded)
  return /^(?:ADJ|DET|NUM|PART|ADV)$/.test(part)
}

/** What tells more of them: "in the delegation", "familiar with the talks", "who was present". */
function isRest(sentence: Sentence, from: number, to: number): boolean {
  const { tokens } = sentence
  const parts = partsOf(sentence)
  if (from >= to) return true
  const first = tokens[from] as Token
  const begins = /^(?:ADP|ADJ|VERB|ADV)$/.test(parts[from] ?? '') || /^(?:who|to)$/.test(first.folded)
  if (!begins || speech.has(first.folded) || isHead(first.folded)) return false
  return tokens
    .slice(from, to)
    .every(
      ({ gap, folded }, at) =>
        !/[;:“”"()]/.test(gap) &&
        folded !== 'as' &&
        (first.folded === 'who' || (parts[from + at] !== 'AUX' && !speech.has(folded))),
    )
}

/** The noun phrase that begins at this word, with what tells more of it, up to a pause or a verb. */
export function phraseAt(sentence: Sentence, from: number): Subject | null {
  const { tokens } = sentence
  const parts = partsOf(sentence)
  const head = headFrom(sentence, from, tokens.length)
  if (head === null) return null
  let [to, isWho] = [head + 1, false]
  for (; to < tokens.length && isSpace(tokens[to] as Token); to++) {
    const { folded } = tokens[to] as Token
    if (folded === 'who') isWho = true
    // "doubts it": what stands before "it" is a verb, whatever it was taken for.
    if (!isWho && /^(?:it|them|him|us)$/.test(folded) && parts[to - 1] === 'NOUN' && to - 1 > head)
      return { from, head, to: to - 1 }
    if (ENDS_PHRASE.test(folded) || (folded === 'and' && parts[to + 1] === 'DET')) break
    if (
      !isWho &&
      (speech.has(folded) || parts[to] === 'AUX' || (parts[to] === 'VERB' && !/(?:ed|ing|en)$/.test(folded)))
    )
      break
  }
  return { from, head, to }
}

const ENDS_PHRASE = /^(?:that|which|as|because|while|when|where|but|if|saying|telling|whether)$/
