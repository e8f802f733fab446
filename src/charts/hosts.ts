import { groupBy } from '../kernel/group.ts'
import type { Chart } from './chart.ts'

/** Whoever is recorded as the host of a round. */
export interface Hosting {
  round_id: number
  party_id: number | null
  party: string | null
  person_id: number | null
  person: string | null
}

const HOSTS_DRAWN = 12

/** Who is recorded as host, and of how many rounds: the party, or the person where no party is named. */
export function hostsChart(hosting: readonly Hosting[], roundIds: readonly number[], limit: string): Chart {
  const hosts = [...groupBy([...hosting], keyOf)]
    .map(([key, of]) => ({
      key,
      label: of[0]?.party ?? of[0]?.person ?? '',
      ids: [...new Set(of.map(({ round_id }) => round_id))],
    }))
    .sort((a, b) => b.ids.length - a.ids.length || (a.label < b.label ? -1 : 1))
  const hosted = new Set(hosting.map(({ round_id }) => round_id))
  const without = roundIds.filter((id) => !hosted.has(id))
  const more = hosts.length - HOSTS_DRAWN
  return {
    name: 'hosts',
    title: 'Hosts',
    words: `Rounds at which a third party is recorded as host. ${
      more > 0 ? `The ${HOSTS_DRAWN} with the most rounds; ${more} more hosted some.` : ''
    }`,
    counts: 'round',
    shape: 'bars',
    parts: hosts.slice(0, HOSTS_DRAWN),
    apart: without.length > 0 ? [{ key: 'not-recorded', label: 'have no host recorded', ids: without }] : [],
    limit,
  }
}

function keyOf({ party_id, person_id }: Hosting): string {
  return party_id === null ? `person-${person_id}` : `party-${party_id}`
}
