import { fold } from '../kernel/fold.ts'

/** A word with its place in the article. */
export interface Token {
  start: number
  /** Without the "'s" of a possessive. */
  end: number
  text: string
  folded: string
  isCapital: boolean
  isPossessive: boolean
  /** What stands between the word before and this one; of the first, what stands before it. */
  gap: string
}

// "U.S.", "Al-Aiban", "O'Brien", "E3/EU+3", "P5+1", "Ukraine’s"
const WORD =
  /(?:\p{L}\.){2,6}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}(?:[-‑'’ʼ+/&.][\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}){0,8}/gu
const POSSESSIVE = /['’ʼ]s$/i

/** `at` is where the text begins in the article. */
export function tokensOf(text: string, at: number): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const isPossessive =
      POSSESSIVE.test(word) ||
      (/s$/.test(word) && /^['’] \p{Ll}/u.test(text.slice(index + word.length, index + word.length + 3)))
    const bare = word.replace(POSSESSIVE, '')
    tokens.push({
      start: at + index,
      end: at + index + bare.length,
      text: bare,
      folded: fold(bare),
      isCapital: /^\p{Ll}{0,2}\p{Lu}/u.test(bare) || /^(?:al|el|an|as|ad)-\p{Lu}/u.test(bare),
      isPossessive,
      gap: text.slice(last, index),
    })
    last = index + word.length
  }
  return tokens
}
