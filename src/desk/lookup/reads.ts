/* The rows behind what a lookup found, and what tells twins apart. */
import type { Called } from '../../catalogue/called-writes.ts'
import type { Db } from '../../db/tables.ts'
import { groupBy } from '../../kernel/group.ts'
import { countryName } from '../../kernel/words.ts'
import { officesOf, partiesWithIds } from '../../parties/reads.ts'
import { sourcesWithIds } from '../../sources/reads.ts'
import { venuesWithIds } from '../../venues/reads.ts'

export interface Known {
  id: number
  name: string
  /** Offices of a person, city of a venue, code of a party: enough to tell two of one name apart. */
  apart: string
}

const line = (...parts: Array<string | null | undefined>) => parts.filter(Boolean).join(', ')

/** These records, in no order. */
export const knownOf: Record<Called, (db: Db, ids: number[]) => Promise<Known[]>> = {
  person: people,
  party: async (db, ids) =>
    (await partiesWithIds(db, ids)).map(({ id, name, code, kind }) => ({
      id,
      name,
      apart: line(code, kind),
    })),
  venue: async (db, ids) =>
    (await venuesWithIds(db, ids)).map(({ id, name, city, country }) => ({
      id,
      name,
      apart: line(city, country && countryName(country)),
    })),
  source: async (db, ids) =>
    (await sourcesWithIds(db, ids)).map(({ id, publisher, title, published }) => ({
      id,
      name: publisher,
      apart: line(title, published),
    })),
  track: tracks,
  office: offices,
}

async function people(db: Db, ids: number[]): Promise<Known[]> {
  const found = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  const held = groupBy(await officesOf(db, ids), ({ person_id }) => person_id)
  return found.map(({ id, name }) => {
    const latest = held.get(id)?.at(-1)
    return { id, name, apart: line(latest?.title, latest?.party) }
  })
}

async function tracks(db: Db, ids: number[]): Promise<Known[]> {
  return db
    .selectFrom('track')
    .innerJoin('process', 'process.id', 'track.process_id')
    .select(['track.id', 'track.title as name', 'process.title as apart'])
    .where('track.id', 'in', ids)
    .execute()
}

async function offices(db: Db, ids: number[]): Promise<Known[]> {
  const found = await db
    .selectFrom('office')
    .leftJoin('party', 'party.id', 'office.party_id')
    .select(['office.id', 'office.title as name', 'party.name as party'])
    .where('office.id', 'in', ids)
    .execute()
  return found.map(({ id, name, party }) => ({ id, name, apart: party ?? '' }))
}

/** Where a day is given, offices held on it come first. */
export async function officesHeld(
  db: Db,
  person_id: number,
  day: { earliest: number; latest: number } | null,
) {
  const offices = await db
    .selectFrom('office')
    .leftJoin('party', 'party.id', 'office.party_id')
    .where('person_id', '=', person_id)
    .where('office.withdrawn', 'is', null)
    .select(['office.title', 'office.held', 'held_earliest', 'held_latest', 'party.name as party'])
    .orderBy('held_earliest', 'desc')
    .orderBy('office.id', 'desc')
    .execute()
  const isHeld = ({ held, held_earliest, held_latest }: (typeof offices)[number]) =>
    day !== null &&
    held !== null &&
    (held_earliest ?? day.earliest) <= day.latest &&
    (held_latest ?? day.latest) >= day.earliest
  return offices
    .map((office) => ({ ...office, isHeld: isHeld(office) }))
    .sort((a, b) => Number(b.isHeld) - Number(a.isHeld))
}
