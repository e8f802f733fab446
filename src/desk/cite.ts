import { recordNamed } from '../catalogue/records.ts'
import { theSource } from '../sources/reads.ts'
import { readRelays, recordClaims, sourceGiven } from '../sources/writes.ts'
import type { Entry } from './part.ts'
import type { sourcePart } from './parts.ts'
import type { Writing } from './writing.ts'

/**
 * The source of the form, known or new, claims every fact that the analyst filled in or changed; where nothing
 * was, it is cited for the record as a whole.
 * @returns whether a source was given
 */
export async function cite(
  { db, by, facts }: Writing,
  about: { record: string; record_id: number },
  source: Entry<typeof sourcePart> | undefined,
): Promise<boolean> {
  const cited = source?.values
  if (!cited || (cited.source_id === null && cited.publisher === null)) return false
  const { source_id: known, quote, locator, relays, ...described } = cited
  const source_id = await sourceGiven(db, by, known, described)
  const { published: asserted } = await theSource(db, source_id)
  const whole = { ...about, field: null, value: null, exactness: null }
  const citation = { source_id, asserted, quote, locator, relays: readRelays(relays) }
  // A source does not say that a field which was emptied is empty, and nobody outside says what is our own book-keeping.
  const said = facts.filter(
    ({ record, field, value }) =>
      (field === null || value !== null) && recordNamed(record)?.due !== 'nothing',
  )
  await recordClaims(db, by, said.length > 0 ? said : [whole], citation)
  return true
}
