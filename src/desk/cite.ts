import { createRecord } from '../history/record-writes.ts'
import { sourceRecord } from '../sources/fields.ts'
import { sourceAt, theSource } from '../sources/reads.ts'
import { readRelays, recordClaims } from '../sources/writes.ts'
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
  const { source_id: known, quote, locator, relays, publisher, kind, ...rest } = cited
  const described = { ...rest, publisher: publisher ?? undefined, kind: kind ?? undefined }
  const same = known === null && rest.url !== null ? await sourceAt(db, rest.url) : null
  const source_id = known ?? same?.id ?? (await createRecord(db, by, sourceRecord, described))
  const { published: asserted } = await theSource(db, source_id)
  const whole = { record: 'round', record_id: round_id, field: null, value: null, exactness: null }
  const citation = { source_id, asserted, quote, locator, relays: readRelays(relays) }
  // A source does not say that a field which was emptied is empty.
  const said = facts.filter(({ field, value }) => field === null || value !== null)
  await recordClaims(db, by, said.length > 0 ? said : [whole], citation)
  return true
}
