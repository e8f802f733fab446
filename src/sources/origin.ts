import { fold } from '../kernel/fold.ts'

/** What of a claim tells where it came from in the end. */
export interface Told {
  /** The outlet read; of a republication, the one that wrote it. */
  publisher: string
  asserter: string | null
  asserter_person_id: number | null
  relays: ReadonlyArray<{ name: string; named: number }>
}

/**
 * The end of the relay chain: seven outlets that quote one speaker are one origin. Somebody who is not named is told
 * apart only by who heard them, and adds nothing to that outlet's own word: a source of TASS is TASS.
 */
export function originOf({ publisher, asserter, asserter_person_id, relays }: Told): string {
  if (asserter_person_id !== null) return `person ${asserter_person_id}`
  if (asserter !== null && isNamed(asserter)) return fold(asserter)
  const heard = relays.findLast(({ named }) => named === 1)
  return fold(heard?.name ?? publisher)
}

/** Whether the outlet says it itself, nobody else being named. */
export function isOwnVoice({ publisher, ...told }: Told): boolean {
  return originOf({ publisher, ...told }) === fold(publisher)
}

/** "a source in the delegation" is not named; "the Kremlin" is. */
export function isNamed(asserter: string): boolean {
  return !/^(?!the \p{Lu})\p{Ll}/u.test(asserter)
}
