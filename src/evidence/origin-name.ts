import { fold } from '../kernel/fold.ts'
import { capital } from '../kernel/words.ts'

/** What of a claim may give its origin a name. */
interface Naming {
  origin: string
  asserter: string | null
  asserter_person: string | null
  publisher: string
  original: string | null
  relays: ReadonlyArray<{ name: string; named: number }>
}

/** The origin as the claim itself spells it: a person, a speaker, an outlet. */
export function originName({
  origin,
  asserter,
  asserter_person,
  publisher,
  original,
  relays,
}: Naming): string {
  if (origin.startsWith('person ')) return asserter_person ?? asserter ?? ''
  const names = [asserter, ...relays.map(({ name }) => name), publisher, original]
  return names.find((name) => name !== null && fold(name) === origin) ?? capital(origin)
}

/** Whether somebody who is not named stands behind it: their outlet's word is all there is. */
export function isUnnamed({
  origin,
  asserter,
  relays,
}: Pick<Naming, 'origin' | 'asserter' | 'relays'>): boolean {
  if (origin.startsWith('person ')) return false
  return asserter === null ? relays.at(-1)?.named === 0 : fold(asserter) !== origin
}
