import type { Db } from '../db/tables.ts'
import { gone, notFound } from '../kernel/fault.ts'

/** @throws Refusal 404 or 410 */
export async function theVenue(db: Db, id: number) {
  const venue = await db.selectFrom('venue').selectAll().where('id', '=', id).executeTakeFirst()
  if (!venue) notFound('venue', id)
  if (venue.withdrawn !== null) gone('venue', id, venue.withdrawn)
  return venue
}

export function venuesByName(db: Db, { limit = 1000, offset = 0 }: { limit?: number; offset?: number } = {}) {
  return db
    .selectFrom('venue')
    .select(['id', 'name', 'city', 'country', 'kind'])
    .where('withdrawn', 'is', null)
    .orderBy('name_folded')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** The newest on record, for a form to suggest. */
export function latestVenues(db: Db) {
  return db
    .selectFrom('venue')
    .select(['id', 'name', 'city'])
    .where('withdrawn', 'is', null)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** ISO codes of the countries where a venue lies. */
export async function countriesOfVenues(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('venue')
    .select('country')
    .where('country', 'is not', null)
    .where('withdrawn', 'is', null)
    .distinct()
    .orderBy('country')
    .execute()
  return rows.flatMap(({ country }) => country ?? [])
}

/** These venues, withdrawn ones too. */
export function venuesWithIds(db: Db, ids: number[]) {
  return db.selectFrom('venue').selectAll().where('id', 'in', ids).orderBy('id').execute()
}
