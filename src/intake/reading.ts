import type { Article, Lexicon, Span } from './article.ts'
import { type FoundParty, isJoined, partyAt } from './lexicon.ts'
import { outletsOfDatelines } from './outlet-names.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import type { Token } from './tokens.ts'

/** A text on its way to suggestions: its sentences, and what was found in them so far. */
export interface Reading {
  article: Article
  lexicon: Lexicon
  sentences: Sentence[]
  /** The day against which "Tuesday" and "July 23" are read, since 1970-01-01; null where none was chosen. */
  reference: number | null
  /** Words that also stand in lower case somewhere: "However" is no name. */
  plain: ReadonlySet<string>
  /** Words that stand beside another capital somewhere: "Jinhe" of "Jinhe Resources". */
  parts: ReadonlySet<string>
  /** Agencies that the datelines name. */
  ownOutlets: ReadonlyMap<string, string>
  /** For each sentence, its parties by place. */
  parties: ReadonlyMap<Sentence, ReadonlyArray<FoundParty & { from: number }>>
}

export function readingOf(article: Article, lexicon: Lexicon, reference: number | null): Reading {
  const sentences = sentencesOf(article)
  const plain = new Set(
    sentences.flatMap(({ tokens }) =>
      tokens.filter(({ isCapital }) => !isCapital).map(({ folded }) => folded),
    ),
  )
  const parts = new Set(
    sentences.flatMap(({ tokens }) => tokens.filter(isBesideCapital).map(({ folded }) => folded)),
  )
  const parties = new Map(sentences.map((sentence) => [sentence, partiesIn(lexicon, sentence)]))
  return {
    article,
    lexicon,
    sentences,
    reference,
    plain,
    parts,
    parties,
    ownOutlets: outletsOfDatelines(article),
  }
}

function isBesideCapital({ isCapital }: Token, at: number, tokens: readonly Token[]): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at] as Token, tokens[at + 1]]
  if (!isCapital) return false
  return (
    (at > 1 && before?.isCapital === true && isJoined(token, before)) ||
    (next?.isCapital === true && isJoined(next, token))
  )
}

function partiesIn(lexicon: Lexicon, { tokens }: Sentence) {
  const found: Array<FoundParty & { from: number }> = []
  for (let from = 0; from < tokens.length; ) {
    const party = partyAt(lexicon, tokens, from)
    if (party) found.push({ ...party, from })
    from = party?.to ?? from + 1
  }
  return found
}

/** A mark on these words of the article. */
export function marked<Kind extends string, Value>(
  { article }: Reading,
  kind: Kind,
  { start, end }: Span,
  value: Value,
  says: string | null = null,
) {
  return { kind, start, end, words: article.text.slice(start, end), value, says }
}

/** The sentence that covers this place of the article. */
export function sentenceAt({ sentences }: Reading, place: number): Sentence | null {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found && found.start <= place ? found : null
}
