import { isJoined } from '../lexicon.ts'
import type { Token } from '../tokens.ts'

/** What joins the words of a name: "Dar es Salaam". */
export const PARTICLE = /^(?:do|de|da|dos|del|di|la|las|los|es|sur|am)$/

/** Capitals in a row, with what joins them: "Dar es Salaam", "Foz do Iguaçu". */
export function endOfTown(tokens: readonly Token[], from: number): number {
  let to = from + 1
  while (to < Math.min(tokens.length, from + 3)) {
    const next = PARTICLE.test(tokens[to]?.folded ?? '') ? to + 1 : to
    const isMore =
      tokens[next]?.isCapital &&
      (next === to
        ? isJoined(tokens[to] as Token, tokens[to - 1] as Token)
        : [to, next].every((one) => tokens[one]?.gap === ' '))
    if (!isMore) return to
    to = next + 1
  }
  return to
}
