/* A claim that holds, written into the record. */
import type { Db } from '../../db/tables.ts'
import { keepRecord, raiseVersion, withdrawRecord } from '../../history/record-writes.ts'
import type { Author } from '../../kernel/author.ts'
import type { Claim } from '../../sources/claim-reads.ts'
import { claimRecord, relayRecord } from '../../sources/fields.ts'
import { theSource } from '../../sources/reads.ts'
import { sourceGiven } from '../../sources/writes.ts'
import type { Names } from '../names.ts'
import type { Entry } from '../part.ts'
import { REMOVED } from '../writing.ts'
import type { ClaimPart } from './part.ts'
import type { Subject } from './subject.ts'

export type ClaimEntry = Entry<ClaimPart>

/** The claim's own columns, as the form has them; the source is known by then. */
export function valuesOf({ values, stood }: ClaimEntry, names: Names, source_id: number) {
  const { value, value_exactness, weekday_printed, certainty, asserter, quote, locator } = values
  const { asserted, credibility, taken, taken_on, kept, note } = values
  return {
    source_id,
    affirms: values.stance === 'affirms' ? 1 : 0,
    value: value === null ? null : String(value),
    value_exactness,
    weekday_printed,
    certainty,
    asserter,
    asserter_party_id: names.idOf('party', values.asserter_party, stood.asserter_party),
    asserter_person_id: names.idOf('person', values.asserter_person, stood.asserter_person),
    asserted,
    quote,
    locator,
    credibility,
    taken,
    taken_on,
    kept,
    note,
  }
}

/** The claim with its source and its chain; `stands` is what it was before, null for a new one. */
export async function saveClaim(
  db: Db,
  by: Author,
  { record, record_id, field }: Subject,
  entry: ClaimEntry,
  names: Names,
  stands: Claim | null,
): Promise<number> {
  const { source_id: known, publisher, title, url, published: day, kind, reliability } = entry.values
  const described = { publisher, title, url, published: day, kind, reliability }
  const source_id = await sourceGiven(db, by, known, described)
  const { published } = await theSource(db, source_id)
  const values = valuesOf(entry, names, source_id)
  const about = stands ? {} : { record, record_id, field }
  const dated = { ...values, asserted: values.asserted ?? published }
  const { id, changed } = await keepRecord(db, by, claimRecord, entry.id, { ...about, ...dated })
  const isMoved = await saveLinks(db, by, id, entry, stands)
  // Whoever edits the claim now must see that its chain changed.
  if (stands && isMoved && changed.length === 0) await raiseVersion(db, claimRecord, [id])
  return id
}

/** @returns whether any link is new, another or gone */
async function saveLinks(
  db: Db,
  by: Author,
  claim_id: number,
  { lists }: ClaimEntry,
  stands: Claim | null,
): Promise<boolean> {
  const gone = (stands?.relays ?? []).filter(({ id }) => !lists.links.some((link) => link.id === id))
  for (const { id } of gone) await withdrawRecord(db, by, relayRecord, id, REMOVED)
  let isMoved = gone.length > 0
  for (const [at, { id, values }] of lists.links.entries()) {
    const named = values.naming === 'named' ? 1 : 0
    const link = { claim_id, position: at + 1, name: values.name, named }
    const kept = await keepRecord(db, by, relayRecord, id, link)
    isMoved ||= kept.isNew || kept.changed.length > 0
  }
  return isMoved
}
