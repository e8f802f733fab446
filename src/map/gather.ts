import type { Db, Read } from '../db/tables.ts'
import { UNKNOWN } from '../rounds/census/facets.ts'
import { type Filter, queryOf } from '../rounds/filter.ts'
import { roundsMatching } from '../rounds/matching.ts'
import { venuesWithIds } from '../venues/reads.ts'

/** A venue with how many of the rounds that meet the filter were held there. */
export interface Held {
  venue: Read<typeof venuesWithIds>[number]
  rounds: number
  /** The list of exactly those rounds. */
  href: string
}

export interface Located extends Held {
  position: [longitude: number, latitude: number]
}

/** So many venues are placed, those with the most rounds. */
export const MOST_VENUES = 5000

/** The venues of the rounds that meet the filter, most rounds first; and how many of these have none on record. */
export async function gatherVenues(db: Db, filter: Filter, limit = MOST_VENUES) {
  const tally = (await roundsMatching(db, filter)).tally('venue')
  const counts = [...tally]
    .filter(([value]) => value !== UNKNOWN)
    .map(([value, rounds]): [number, number] => [Number(value), rounds])
    // A round that the filter finds at one venue may have been at others, to which it does not lead.
    .filter(([id]) => filter.venue.length === 0 || filter.venue.includes(id))
    .sort(([one, a], [other, b]) => b - a || one - other)
  const most = counts.slice(0, limit)
  const venues = new Map(
    (
      await venuesWithIds(
        db,
        most.map(([id]) => id),
      )
    ).map((venue) => [venue.id, venue]),
  )
  const held = most.flatMap(([id, rounds]) => {
    const venue = venues.get(id)
    return venue ? [{ venue, rounds, href: `/rounds${queryOf({ ...filter, venue: [id], page: 1 })}` }] : []
  })
  return { held, count: counts.length, untold: tally.get(UNKNOWN) }
}

/** Those that have coordinates. */
export function locatedOf(held: readonly Held[]): Located[] {
  return held.flatMap((one) => {
    const { longitude, latitude } = one.venue
    return longitude === null || latitude === null ? [] : [{ ...one, position: [longitude, latitude] }]
  })
}
