import { isJoined } from '../lexicon.ts'
import type { Token } from '../tokens.ts'

/** What joins the words of a name: "Dar es Salaam". */
export const PARTICLE = /^(?:do|de|da|dos|del|di|la|las|los|es|sur|am)$/

/** Capitals in a row, with what joins them: "Dar es Salaam", "Foz do Iguaçu". */
export function endOfTown(tokens: readonly Token[], from: number): number {
  let to = from + 1
  while (to < Math.min(tokens.length, from + 4)) {
    let next = to
    while (next < to + 2 && PARTICLE.test(tokens[next]?.folded ?? '')) next++
    const isMore =
      tokens[next]?.isCapital &&
      (next === to
        ? isJoined(tokens[to] as Token, tokens[to - 1] as Token)
        : tokens.slice(to, next + 1).every(({ gap }) => gap === ' '))
    if (!isMore) return to
    to = next + 1
  }
  return to
}
