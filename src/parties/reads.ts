import type { Db } from '../db/tables.ts'
import { gone, notFound } from '../kernel/fault.ts'

const LIST_LIMIT = 1000
type Slice = { limit?: number; offset?: number }

/** @throws Refusal 404 or 410 */
export async function theParty(db: Db, id: number) {
  const party = await db.selectFrom('party').selectAll().where('id', '=', id).executeTakeFirst()
  if (!party) notFound('party', id)
  if (party.withdrawn !== null) gone('party', id, party.withdrawn)
  return party
}

/** @throws Refusal 404 or 410 */
export async function thePerson(db: Db, id: number) {
  const person = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (!person) notFound('person', id)
  if (person.withdrawn !== null) gone('person', id, person.withdrawn)
  return person
}

export function partiesByName(db: Db, { limit = LIST_LIMIT, offset = 0 }: Slice = {}) {
  return db
    .selectFrom('party')
    .select(['id', 'name', 'code', 'kind'])
    .where('withdrawn', 'is', null)
    .orderBy('name_folded')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export function peopleByName(db: Db, { limit = LIST_LIMIT, offset = 0 }: Slice = {}) {
  return db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('withdrawn', 'is', null)
    .orderBy('name_folded')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** The offices of these people, each person's latest last. */
export function officesOf(db: Db, personIds: number[]) {
  return db
    .selectFrom('office')
    .leftJoin('party', 'party.id', 'office.party_id')
    .where('person_id', 'in', personIds)
    .where('office.withdrawn', 'is', null)
    .select([
      'office.id',
      'office.person_id',
      'office.title',
      'office.held',
      'office.held_earliest',
      'office.held_latest',
      'party.id as party_id',
      'party.name as party',
    ])
    .orderBy('person_id')
    .orderBy('held_earliest')
    .orderBy('office.id')
    .execute()
}

/** Further names of one venue, party or person. */
export function namesOf(db: Db, of: 'venue_id' | 'party_id' | 'person_id', id: number) {
  return db
    .selectFrom('name')
    .select(['id', 'name', 'language', 'kind'])
    .where(of, '=', id)
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .execute()
}

/** Which venues, parties or people bear these folded names, by main or further name. */
export async function idsNamed(
  db: Db,
  record: 'venue' | 'party' | 'person',
  folded: string[],
): Promise<Array<{ id: number; name_folded: string }>> {
  const own = await db
    .selectFrom(record as 'party')
    .select(['id', 'name_folded'])
    .where('name_folded', 'in', folded)
    .where('withdrawn', 'is', null)
    .execute()
  const further = await db
    .selectFrom('name')
    .select([`${record}_id as id`, 'name_folded'])
    .where(`${record}_id`, 'is not', null)
    .where('name_folded', 'in', folded)
    .where('withdrawn', 'is', null)
    .execute()
  return [...own, ...further].flatMap(({ id, name_folded }) => (id === null ? [] : [{ id, name_folded }]))
}

/** Of each kind the newest on record, for a form to suggest. */
const NEWEST = 200

export function latestParties(db: Db) {
  return newest(db, 'party')
}

export function latestPeople(db: Db) {
  return newest(db, 'person')
}

function newest(db: Db, record: 'party' | 'person') {
  return db
    .selectFrom(record as 'party')
    .select(['id', 'name'])
    .where('withdrawn', 'is', null)
    .orderBy('id', 'desc')
    .limit(NEWEST)
    .execute()
}

export function latestOffices(db: Db) {
  return db
    .selectFrom('office')
    .select('title')
    .where('withdrawn', 'is', null)
    .orderBy('id', 'desc')
    .limit(NEWEST)
    .execute()
}

export function partiesWithIds(db: Db, ids: number[]) {
  return db
    .selectFrom('party')
    .select(['id', 'name', 'code', 'kind'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
}
