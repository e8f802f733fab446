import type { Db, Read } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { theParty, thePerson } from '../parties/reads.ts'
import { everything } from '../rounds/filter.ts'
import { roundsMatching } from '../rounds/matching.ts'
import { thirdPartiesOf } from '../rounds/seat-reads.ts'
import { type Encounter, encountersOf, type Named, type Somebody } from './meeting.ts'
import { placesOf, seatsAt } from './reads.ts'

/** So many rounds of somebody are looked at, the latest ones: however long the record, the page takes no longer. */
export const LATEST = 1000

export type Place = Read<typeof placesOf>[number]

export interface Gathered {
  who: Named
  encounters: Encounter[]
  /** By round. */
  places: Map<number, Place>
  /** How many rounds were held with them, all told. */
  held: number
}

/** @throws Refusal 404 or 410 */
export async function theOne(db: Db, { kind, id }: Somebody): Promise<Named> {
  const { name } = kind === 'people' ? await thePerson(db, id) : await theParty(db, id)
  return { kind, id, name }
}

/** Whom somebody met at the latest rounds that were held: four questions, however many rounds. @throws Refusal 404 or 410 */
export async function gatherEncounters(db: Db, one: Somebody): Promise<Gathered> {
  const who = await theOne(db, one)
  const own = one.kind === 'people' ? { person: [one.id] } : { party: [one.id] }
  const matching = await roundsMatching(db, { ...everything, ...own, status: ['held'] })
  const ids = matching.ids({ limit: LATEST })
  const [seats, thirds, places] = await Promise.all([
    seatsAt(db, ids),
    thirdPartiesOf(db, ids),
    placesOf(db, ids),
  ])
  const seatsBy = groupBy(seats, ({ round_id }) => round_id)
  const thirdsBy = groupBy(thirds, ({ round_id }) => round_id)
  const tables = ids.map((round_id) => ({
    round_id,
    seats: seatsBy.get(round_id) ?? [],
    thirds: thirdsBy.get(round_id) ?? [],
  }))
  return {
    who,
    encounters: encountersOf(who, tables),
    places: new Map(places.map((place) => [place.id, place])),
    held: matching.count,
  }
}
