import type { Db } from '../db/tables.ts'
import { gone, notFound } from '../kernel/fault.ts'

const LIST_LIMIT = 1000

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

export function partiesByName(db: Db) {
  return db
    .selectFrom('party')
    .select(['id', 'name', 'code', 'kind'])
    .where('withdrawn', 'is', null)
    .orderBy('name_folded')
    .orderBy('id')
    .limit(LIST_LIMIT)
    .execute()
}

export function peopleByName(db: Db) {
  return db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('withdrawn', 'is', null)
    .orderBy('name_folded')
    .orderBy('id')
    .limit(LIST_LIMIT)
    .execute()
}

export function officesOf(db: Db, personId: number) {
  return db
    .selectFrom('office')
    .leftJoin('party', 'party.id', 'office.party_id')
    .where('person_id', '=', personId)
    .where('office.withdrawn', 'is', null)
    .select(['office.id', 'office.title', 'office.held', 'party.id as party_id', 'party.name as party'])
    .orderBy('held_earliest')
    .orderBy('office.id')
    .execute()
}

/** Further names of one venue, party or person. */
export function namesOf(db: Db, of: 'venue_id' | 'party_id' | 'person_id', id: number) {
  return db
    .selectFrom('name')
    .select(['name', 'language', 'kind'])
    .where(of, '=', id)
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .execute()
}
