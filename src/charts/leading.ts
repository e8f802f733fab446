import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import type { Chart, Part } from './chart.ts'

/** Somebody who led a party's delegation at a round. */
export interface Leading {
  round_id: number
  track_id: number
  date_earliest: number
  party_id: number
  party: string
  person_id: number
}

/** So many parties are drawn, those with the most changes. */
export const PARTIES_DRAWN = 12

/** How often a party came with another head of delegation than to the round of the track before. */
export function headsChart(leading: readonly Leading[], limit: string): Chart {
  const parties = [...groupBy(leading, ({ party_id }) => party_id).values()].map(partOf)
  const changed = parties.filter(({ ids }) => ids.length > 0).sort((a, b) => b.ids.length - a.ids.length)
  const more = changed.length - PARTIES_DRAWN
  return {
    name: 'heads',
    title: 'Change of heads of delegation',
    words: `How often a party came with another head than to the round of the track before it. Rounds at which nobody recorded who led are passed over. ${
      more > 0 ? `The ${PARTIES_DRAWN} parties with the most changes; ${more} more had some.` : ''
    }`,
    counts: 'round',
    shape: 'bars',
    parts: changed.slice(0, PARTIES_DRAWN),
    apart: [],
    limit,
  }
}

function partOf(of: Leading[]): Part {
  const [{ party_id, party }] = of as [Leading]
  const rounds = new Set(of.map(({ round_id }) => round_id)).size
  const heads = new Set(of.map(({ person_id }) => person_id)).size
  return {
    key: `party-${party_id}`,
    label: party,
    ids: changesIn(of),
    note: `${counted(heads, 'head')} at ${counted(rounds, 'round')}`,
  }
}

/** The rounds at which others led than at the round before on the same track. */
function changesIn(of: readonly Leading[]): number[] {
  const before = new Map<number, string>()
  const rounds = [...groupBy([...of], ({ round_id }) => round_id).values()].sort(
    ([a], [b]) =>
      (a?.date_earliest ?? 0) - (b?.date_earliest ?? 0) || (a?.round_id ?? 0) - (b?.round_id ?? 0),
  )
  return rounds.flatMap((heads) => {
    const [{ round_id, track_id }] = heads as [Leading]
    const who = heads
      .map(({ person_id }) => person_id)
      .sort((a, b) => a - b)
      .join()
    const previous = before.get(track_id)
    before.set(track_id, who)
    return previous !== undefined && previous !== who ? [round_id] : []
  })
}
