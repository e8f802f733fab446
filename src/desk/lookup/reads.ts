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

/** Proposals are found within their process alone. */
export type Findable = Exclude<Called, 'proposal'>

/** These records, in no order. */
export const knownOf: Record<Findable, (db: Db, ids: number[]) => Promise<Known[]>> = {
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
