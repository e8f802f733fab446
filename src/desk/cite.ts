import { theSource } from '../sources/reads.ts'
import { readRelays, recordClaims, sourceGiven } from '../sources/writes.ts'
import type { RoundEntry } from './rules.ts'
import type { Writing } from './writing.ts'

/**
 * The source of the form, known or new, claims every fact that the analyst filled in or changed; where nothing
 * was, it is cited for the round as a whole.
 * @returns whether a source was given
 */
export async function cite(
  { db, by, facts }: Writing,
  round_id: number,
  { lists }: RoundEntry,
): Promise<boolean> {
  const cited = lists.source[0]?.values
  if (!cited || (cited.source_id === null && cited.publisher === null)) return false
  const { source_id: known, quote, locator, relays, ...described } = cited
  const source_id = await sourceGiven(db, by, known, described)
  const { published: asserted } = await theSource(db, source_id)
  const whole = { record: 'round', record_id: round_id, field: null, value: null, exactness: null }
  const citation = { source_id, asserted, quote, locator, relays: readRelays(relays) }
  // A source does not say that a field which was emptied is empty.
  const said = facts.filter(({ field, value }) => field === null || value !== null)
  await recordClaims(db, by, said.length > 0 ? said : [whole], citation)
  return true
}
