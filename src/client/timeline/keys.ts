import type { Item } from '../../timeline/items.ts'

/** Which round the arrow keys lead to from another one; `rounds` are by lane and then by time. */
export function neighbour(rounds: Item[], from: Item | undefined, key: string): Item | undefined {
  if (key === 'Home') return earliest(rounds, 1)
  if (key === 'End') return earliest(rounds, -1)
  if (!from) return rounds[0]
  const at = rounds.findIndex(({ id }) => id === from.id)
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const next = rounds[at + (key === 'ArrowRight' ? 1 : -1)]
    return next?.lane === from.lane ? next : from
  }
  return nearestInLane(rounds, at, from, key === 'ArrowDown' ? 1 : -1)
}

function earliest(rounds: Item[], sign: 1 | -1): Item | undefined {
  return [...rounds].sort((a, b) => sign * (a.first - b.first))[0]
}

/** The round of the next lane, up or down, that lies nearest in time. */
function nearestInLane(rounds: Item[], at: number, from: Item, step: 1 | -1): Item {
  let other = at
  while (rounds[other]?.lane === from.lane) other += step
  const lane = rounds[other]?.lane
  const there = rounds.filter((round) => round.lane === lane)
  return there.sort((a, b) => Math.abs(a.first - from.first) - Math.abs(b.first - from.first))[0] ?? from
}
