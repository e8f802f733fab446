import type { Held } from '../map/gather.ts'
import type { Chart } from './chart.ts'

const VENUES_DRAWN = 12

/** The venues with the most rounds. */
export function venuesChart(held: readonly Held[]): Chart {
  const more = held.length - VENUES_DRAWN
  return {
    name: 'venues',
    title: 'Venues',
    words: `Rounds held there, in whole or in part. ${
      more > 0 ? `The ${VENUES_DRAWN} venues with the most rounds; ${more} more are on the map.` : ''
    }`,
    counts: 'round',
    shape: 'bars',
    parts: held.slice(0, VENUES_DRAWN).map(({ venue, rounds, href }) => ({
      key: `venue-${venue.id}`,
      label: venue.name,
      ids: [],
      listed: { count: rounds, href },
    })),
    apart: [],
    limit: '',
  }
}
