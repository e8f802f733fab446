import type { Article, Lexicon, Suggestion } from './article.ts'

/** What a check may look at. */
export interface Examined {
  article: Article
  suggestions: readonly Suggestion[]
  lexicon: Lexicon
  /** The reference date, in days since 1970-01-01. */
  reference: number | null
}

/** The suggestions of one kind. */
export function ofKind<K extends Suggestion['kind']>(suggestions: readonly Suggestion[], kind: K) {
  return suggestions.filter((one): one is Extract<Suggestion, { kind: K }> => one.kind === kind)
}
