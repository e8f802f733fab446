import { recordNamed } from '../catalogue/records.ts'
import type { Db } from '../db/tables.ts'
import { createRecord } from '../history/record-writes.ts'
import type { Article } from '../intake/article.ts'
import { placeIn } from '../intake/place.ts'
import type { Author } from '../kernel/author.ts'
import { captureOf } from '../sources/capture-reads.ts'
import { captureRecord } from '../sources/fields.ts'
import { theSource } from '../sources/reads.ts'
import { readRelays, recordClaims, type Said, sourceGiven } from '../sources/writes.ts'
import type { Entry } from './part.ts'
import type { sourcePart } from './parts.ts'
import type { Writing } from './writing.ts'

/**
 * The source of the form, known or new, claims every fact that the analyst filled in or changed; where nothing
 * was, it is cited for the record as a whole.
 * @returns whether a source was given
 */
export async function cite(
  { db, by, facts, read }: Writing,
  about: { record: string; record_id: number },
  source: Entry<typeof sourcePart> | undefined,
): Promise<boolean> {
  const cited = source?.values
  if (!cited || (cited.source_id === null && cited.publisher === null)) return false
  const { source_id: known, quote, locator, relays, ...described } = cited
  const source_id = await sourceGiven(db, by, known, described)
  if (read) await keepText(db, by, source_id, read.text)
  const { published: asserted } = await theSource(db, source_id)
  const whole = { ...about, field: null, value: null, exactness: null }
  const citation = { source_id, asserted, quote, locator, relays: readRelays(relays) }
  // A source does not say that a field which was emptied is empty, and nobody outside says what is our own book-keeping.
  const said = facts.filter(
    ({ record, field, value }) =>
      (field === null || value !== null) && recordNamed(record)?.due !== 'nothing',
  )
  const placed = said.map((fact) => (read && fact.said ? { ...fact, said: placedIn(read, fact.said) } : fact))
  await recordClaims(db, by, placed.length > 0 ? placed : [whole], citation)
  return true
}

/** The words with their place in the text that they were taken from. */
function placedIn(read: Article, said: Said): Said {
  return said.quote === null ? said : { ...said, locator: placeIn(read, said.quote) }
}

/** The text goes into the record with the first claim taken from it; one that was kept before stays. */
async function keepText(db: Db, by: Author, source_id: number, text: string): Promise<void> {
  if ((await captureOf(db, source_id)) !== null) return
  const captured = by.clock().toISOString().slice(0, 10)
  await createRecord(db, by, captureRecord, { source_id, captured, text })
}
