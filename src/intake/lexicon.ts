/* Names of the record in a text: which words may be names, and what they are names of. */
import { fold } from '../kernel/fold.ts'
import type { Article, KnownPerson, KnownVenue, Lexicon } from './article.ts'
import { sentencesOf } from './sentences.ts'
import { type State, stateCalled } from './states.ts'
import { particles } from './titles.ts'
import type { Token } from './tokens.ts'

/** For a text without a record: only what the words themselves tell. */
export const noNames: Lexicon = {
  people: new Map(),
  surnames: new Map(),
  parties: new Map(),
  venues: new Map(),
  outlets: new Map(),
}

/** Words in a row that may be a name: `tokens.slice(from, to)`. */
export interface Phrase {
  from: number
  to: number
  printed: string
  folded: string
}

const LONGEST = 7
const inner = new Set([...particles, 'of', 'for', 'and', 'in', 'the', 'y', 'e', 'des', 'on'])

/** What may be a name from this word on, the longest first. */
export function phrasesAt(tokens: readonly Token[], from: number): Phrase[] {
  const first = tokens[from]
  if (!first || !mayBegin(first)) return []
  const phrases: Phrase[] = []
  let [printed, folded] = ['', '']
  for (let at = from; at < Math.min(tokens.length, from + LONGEST); at++) {
    const token = tokens[at] as Token
    if (at > from && !isJoined(token, tokens[at - 1] as Token)) break
    if (at > from && !mayBegin(token) && !inner.has(token.folded) && !isName(token)) break
    const gap = at === from ? '' : token.gap
    printed += gap + token.text
    folded += gap + token.folded
    if (!inner.has(token.folded) || at === from) phrases.unshift({ from, to: at + 1, printed, folded })
  }
  return phrases
}

function mayBegin({ isCapital, text }: Token): boolean {
  return isCapital || /^\p{Lo}|^\p{N}/u.test(text)
}

/** "Halden town hall": plain words belong to the names of some places. */
function isName({ folded }: Token): boolean {
  return /^(?:town|city|hall|hotel|palace|castle|house|mission|hotel)$/.test(folded)
}

/** A space, or the full stop of an initial and a space. */
export function isJoined({ gap }: Token, before: Token): boolean {
  if (before.isPossessive) return false
  return gap === ' ' || (gap === '. ' && before.text.length <= 2)
}

/** The words to look up for a text, each once, as printed by what they fold to; no more than the limit. */
export function namesIn(article: Article, limit = 20_000): Map<string, string> {
  const names = new Map<string, string>()
  for (const { tokens } of sentencesOf(article))
    for (let at = 0; at < tokens.length && names.size < limit; at++)
      for (const { folded, printed } of phrasesAt(tokens, at))
        if (!names.has(folded)) names.set(folded, printed)
  return names
}

/** The states and organisations that a text names in any way, by their usual names. */
export function statesIn(article: Article): State[] {
  const found = new Map<string, State>()
  for (const { tokens } of sentencesOf(article))
    for (let at = 0; at < tokens.length; at++)
      for (const { printed } of phrasesAt(tokens, at)) {
        const state = stateCalled(printed)
        if (state) found.set(state.name, state)
      }
  return [...found.values()]
}

export interface FoundParty {
  name: string
  id: number | null
  by: State['by']
  to: number
}

/** The party that is named from this word on. */
export function partyAt({ parties }: Lexicon, tokens: readonly Token[], from: number): FoundParty | null {
  for (const { printed, folded, to } of phrasesAt(tokens, from)) {
    const known = parties.get(folded)
    const state = stateCalled(printed)
    if (known?.length === 1 && known[0]) return { ...known[0], by: state?.by ?? 'name', to }
    if (!state) continue
    const [party] = parties.get(fold(state.name)) ?? []
    return { name: party?.name ?? state.name, id: party?.id ?? null, by: state.by, to }
  }
  return null
}

export function personAt({ people }: Lexicon, tokens: readonly Token[], from: number) {
  return found<KnownPerson>(people, tokens, from)
}

export function venueAt({ venues }: Lexicon, tokens: readonly Token[], from: number) {
  return found<KnownVenue>(venues, tokens, from)
}

function found<T>(names: ReadonlyMap<string, T[]>, tokens: readonly Token[], from: number) {
  for (const { folded, to } of phrasesAt(tokens, from)) {
    const known = names.get(folded)
    if (known) return { known, to }
  }
  return null
}
