import type { Item } from '../../timeline/items.ts'
import type { Thread, ThreadStep } from '../../timeline/threads.ts'

/** Where the keys can stop: a round, or a step of a proposal's thread. */
export interface Stop {
  id: number | string
  lane: string
  first: number
  last: number
  of: { round: Item } | { thread: Thread; step: ThreadStep }
}

export function roundStop(round: Item): Stop {
  return { id: round.id, lane: `lane ${round.lane}`, first: round.first, last: round.last, of: { round } }
}

export function stepStops(thread: Thread): Stop[] {
  return thread.steps.map((step, nth) => ({
    id: stepId(thread, nth),
    lane: `thread ${thread.id}`,
    first: step.at,
    last: step.at,
    of: { thread, step },
  }))
}

export function stepId(thread: Thread, nth: number): string {
  return `step ${thread.id} ${nth}`
}

/** Which stop the arrow keys lead to from another one; `stops` are by lane and then by time. */
export function neighbour(stops: Stop[], from: Stop | undefined, key: string): Stop | undefined {
  if (key === 'Home') return earliest(stops, 1)
  if (key === 'End') return earliest(stops, -1)
  if (!from) return stops[0]
  const at = stops.findIndex(({ id }) => id === from.id)
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const next = stops[at + (key === 'ArrowRight' ? 1 : -1)]
    return next?.lane === from.lane ? next : from
  }
  return nearestInLane(stops, at, from, key === 'ArrowDown' ? 1 : -1)
}

function earliest(stops: Stop[], sign: 1 | -1): Stop | undefined {
  return [...stops].sort((a, b) => sign * (a.first - b.first))[0]
}

/** The stop of the next lane, up or down, that lies nearest in time. */
function nearestInLane(stops: Stop[], at: number, from: Stop, step: 1 | -1): Stop {
  let other = at
  while (stops[other]?.lane === from.lane) other += step
  const lane = stops[other]?.lane
  const there = stops.filter((stop) => stop.lane === lane)
  return there.sort((a, b) => Math.abs(a.first - from.first) - Math.abs(b.first - from.first))[0] ?? from
}
