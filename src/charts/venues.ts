import type { Held } from '../map/gather.ts'
import type { Chart } from './chart.ts'

export const VENUES_DRAWN = 12

/** The venues with the most rounds. */
export function venuesChart({ held, count }: { held: readonly Held[]; count: number }): Chart {
  const more = count - held.length
  return {
    name: 'venues',
    title: 'Venues',
    words: `Rounds held there, in whole or in part. ${
      more > 0 ? `The ${VENUES_DRAWN} venues with the most rounds; ${more} more are on the map.` : ''
    }`,
    counts: 'round',
    shape: 'bars',
    parts: held.map(({ venue, rounds, href }) => ({
      key: `venue-${venue.id}`,
      label: venue.name,
      ids: [],
      listed: { count: rounds, href },
    })),
    apart: [],
    limit: '',
  }
}
