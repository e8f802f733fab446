import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import type { Trait } from './rules.ts'
import { traitsOfParty, traitsOfPerson, traitsOfRound, traitsOfSource, traitsOfVenue } from './traits.ts'

type Traits = Map<number, Trait[]>

const reads: Record<string, (db: Db, ids: number[]) => Promise<Traits>> = {
  person: peopleTraits,
  venue: venueTraits,
  party: partyTraits,
  source: sourceTraits,
  round: roundTraits,
}

/** The kinds of record of which one may stand twice. */
export const likenedKinds = Object.keys(reads)

/** What these records are known by; nothing of what was withdrawn. */
export async function traitsOf(db: Db, record: string, ids: number[]): Promise<Traits> {
  return (await reads[record]?.(db, ids)) ?? new Map()
}

async function peopleTraits(db: Db, ids: number[]): Promise<Traits> {
  const rows = await named(db, 'person', ids)
  return new Map(rows.map((row) => [row.id, traitsOfPerson(row)]))
}

async function partyTraits(db: Db, ids: number[]): Promise<Traits> {
  const rows = await db.selectFrom('party').select(['id', 'code']).where('id', 'in', ids).execute()
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  const parties = await named(db, 'party', ids)
  return new Map(parties.map((row) => [row.id, traitsOfParty({ ...row, code: codes.get(row.id) ?? '' })]))
}

async function venueTraits(db: Db, ids: number[]): Promise<Traits> {
  const rows = await db
    .selectFrom('venue')
    .select(['id', 'country', 'latitude', 'longitude', 'coordinate_precision'])
    .where('id', 'in', ids)
    .execute()
  const names = new Map((await named(db, 'venue', ids)).map((row) => [row.id, row.names]))
  return new Map(
    rows.flatMap((row) => {
      const own = names.get(row.id)
      return own ? [[row.id, traitsOfVenue({ ...row, names: own })] as const] : []
    }),
  )
}

/** Those that stand, each with its own name and its further ones, folded. */
async function named(db: Db, record: 'person' | 'venue' | 'party', ids: number[]) {
  const own = await db
    .selectFrom(record as 'person')
    .select(['id', 'name_folded'])
    .where('id', 'in', ids)
    .where('withdrawn', 'is', null)
    .execute()
  const further = await db
    .selectFrom('name')
    .select([`${record}_id as id`, 'name_folded'])
    .where(`${record}_id`, 'in', ids)
    .where('withdrawn', 'is', null)
    .execute()
  const names = groupBy([...own, ...further], ({ id }) => id)
  return own.map(({ id }) => ({
    id,
    names: [...new Set((names.get(id) ?? []).map(({ name_folded }) => name_folded))],
  }))
}

async function sourceTraits(db: Db, ids: number[]): Promise<Traits> {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'publisher', 'title', 'url', 'published', 'version_of_id'])
    .where('id', 'in', ids)
    .where('withdrawn', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, traitsOfSource(row)]))
}

async function roundTraits(db: Db, ids: number[]): Promise<Traits> {
  const rows = await db
    .selectFrom('round')
    .select(['id', 'track_id', 'ordinal', 'date_earliest', 'date_latest', 'venue_id'])
    .where('id', 'in', ids)
    .where('withdrawn', 'is', null)
    .execute()
  const sides = await db
    .selectFrom('delegation')
    .select(['round_id', 'party_id'])
    .where('round_id', 'in', ids)
    .where('withdrawn', 'is', null)
    .execute()
  const parties = groupBy(sides, ({ round_id }) => round_id)
  return new Map(
    rows.map((row) => [
      row.id,
      traitsOfRound({ ...row, parties: (parties.get(row.id) ?? []).map(({ party_id }) => party_id) }),
    ]),
  )
}
