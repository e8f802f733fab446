/* A form that holds, written into the record. */
import type { Db } from '../db/tables.ts'
import { createRecord, keepRecord, raiseVersion, withdrawRecord } from '../history/record-writes.ts'
import type { Article } from '../intake/article.ts'
import type { Author } from '../kernel/author.ts'
import { groupBy } from '../kernel/group.ts'
import { roundRecord, thirdPartyRecord } from '../rounds/fields.ts'
import type { Gathered } from '../rounds/gather.ts'
import { venueRecord } from '../venues/fields.ts'
import { cite } from './cite.ts'
import type { Names } from './names.ts'
import { subjects } from './parts.ts'
import { describesVenue, type RoundEntry, venueMeant } from './rules.ts'
import { saveDelegations } from './save-delegations.ts'
import { saveOutcomes } from './save-outcomes.ts'
import { saveProposals } from './save-proposals.ts'
import { saveSessions } from './save-sessions.ts'
import { measured, REMOVED, saidIn, statement, Writing } from './writing.ts'

/**
 * Writes the round and all that belongs to it. `all` is what stood before, null for a new one; `read` the text that it
 * was taken from.
 */
export async function saveRound(
  db: Db,
  by: Author,
  entry: RoundEntry,
  names: Names,
  all: Gathered | null,
  read: Article | null = null,
): Promise<number> {
  const writing = new Writing(db, by, names, read)
  const { id, changed } = await saveOwn(writing, entry)
  await saveSessions(writing, id, entry, all)
  await saveDelegations(writing, id, entry, all)
  await saveThirdParties(writing, id, entry, all)
  await saveProposals(writing, id, entry, all)
  await saveOutcomes(writing, id, entry, all)
  const isCited = await cite(writing, { record: 'round', record_id: id }, entry.lists.source[0])
  const isTouched = writing.touched.size > 0 || writing.facts.length > 0 || isCited
  if (all && isTouched && changed.length === 0) await raiseVersion(db, roundRecord, [id])
  return id
}

async function saveOwn({ db, by, names, facts }: Writing, entry: RoundEntry) {
  const { venue, ...own } = entry.values
  const venue_id = venue === null ? null : await venueOf(db, by, names, entry, venue)
  const kept = await keepRecord(db, by, roundRecord, entry.id, { ...own, venue_id })
  const filled = Object.entries({ ...own, venue_id }).flatMap(([name, value]) =>
    value === null ? [] : [name],
  )
  const fields = new Set((kept.isNew ? filled : kept.changed).map(measured))
  fields.delete('track_id')
  const said = statementsIn(entry)
  for (const field of new Set<string | null>([...fields, ...said.keys()])) {
    const fact = { record: 'round', record_id: kept.id, field, ...statement(entry.values, field) }
    facts.push(...(said.get(field) ?? [{}]).map((words) => ({ ...fact, ...words })))
  }
  return kept
}

/** The words that the source has for fields of the round; under null, for the round as a whole. */
function statementsIn({ lists }: RoundEntry) {
  const about = groupBy(lists.statements, ({ values }): string | null => subjects.get(values.about) ?? null)
  const factOf = ({ values }: RoundEntry['lists']['statements'][number]) => ({
    ...(values.value === null ? {} : { value: values.value, exactness: values.value_exactness }),
    ...saidIn(values),
  })
  return new Map([...about].map(([field, some]) => [field, some.map(factOf)]))
}

async function venueOf(db: Db, by: Author, names: Names, entry: RoundEntry, name: string): Promise<number> {
  const known = describesVenue(entry)
    ? ((await venueMeant(db, entry, names))?.id ?? null)
    : names.idOf('venue', name, entry.stood.venue)
  if (known !== null) return known
  const { kind = null, city = null, country = null } = entry.lists.new_venue[0]?.values ?? {}
  return createRecord(db, by, venueRecord, { name, kind: kind ?? 'other', city, country })
}

async function saveThirdParties(
  writing: Writing,
  round_id: number,
  { lists }: RoundEntry,
  all: Gathered | null,
) {
  const { db, by } = writing
  const sent = lists.third_parties
  await writing.removeMissing(all?.thirdParties ?? [], sent, (id) =>
    withdrawRecord(db, by, thirdPartyRecord, id, REMOVED),
  )
  for (const entry of sent) {
    const party_id = await writing.party(entry)
    const person_id = await writing.person(entry)
    const office_id = await writing.office(entry, person_id, party_id)
    const { person, party, role } = entry.values
    const said = [person, party, role].filter(Boolean).join(', ')
    await writing.keep(thirdPartyRecord, entry, { round_id, party_id, person_id, office_id, role }, said)
  }
}
