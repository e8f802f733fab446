/* How far the name of an outlet goes. */
import { isJoined } from './lexicon.ts'
import type { Sentence } from './sentences.ts'
import { stateCalled } from './states.ts'
import type { Token } from './tokens.ts'
import { isTown } from './towns.ts'

export const ENDS =
  /^(?:agency|news|times|post|herald|tribune|gazette|journal|telegraph|courier|observer|chronicle|press|radio|tv|television|wire|dispatch|daily|today|broadcasting|media|newswire|service|review|standard|monitor|echo|sentinel|ledger|bulletin|mail|globe|mirror|express|inquirer|examiner|argus|quarterly|monthly|weekly|trust|channel|voice)$/

/** Capitals in a row, a number among them: "Hellas 1", "24.kg News", "Public Radio of Armenia". */
export function endOfName({ tokens }: Sentence, from: number): number {
  const isNumbered =
    /^\d/.test(tokens[from]?.text ?? '') &&
    !/^\d{1,2}[.:]\d{2}$/.test(tokens[from]?.text ?? '') &&
    !/[:.]$/.test(tokens[from]?.gap ?? '') &&
    (tokens[from + 1]?.isCapital ?? false)
  if (!tokens[from]?.isCapital && !isNumbered) return from
  let to = from + 1
  while (to < Math.min(tokens.length, from + 5) && (goesOn(tokens, to) || isParticle(tokens, to))) to++
  const isOf =
    ENDS.test(tokens[to - 1]?.folded ?? '') &&
    tokens[to]?.folded === 'of' &&
    tokens[to + 1]?.isCapital &&
    // "the Sunday Times of Colombo"
    !(
      to - from >= 2 &&
      isTown(tokens[to + 1]?.text ?? '') &&
      stateCalled(tokens[to + 1]?.text ?? '')?.by !== 'name'
    )
  return isOf ? to + 2 : to
}

/** "Folha de Selby" */
function isParticle(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:de|do|da|del|della|di|du)$/.test(tokens[at]?.text ?? '') &&
    [at, at + 1].every((one) => tokens[one]?.gap === ' ') &&
    (tokens[at + 1]?.isCapital ?? false)
  )
}

function goesOn(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1] as Token, tokens[at] as Token]
  return isJoined(token, before) && (token.isCapital || /^\d{1,3}\p{Ll}{0,3}$/u.test(token.text))
}
