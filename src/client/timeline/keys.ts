import type { Unit } from '../../kernel/calendar.ts'
import type { Bin } from '../../kernel/unpack.ts'
import type { Lane } from '../../timeline/reply.ts'
import type { Thread, ThreadStep } from '../../timeline/threads.ts'
import { DAY } from './layout.ts'
import type { Item } from './rounds.ts'

/** Where the keys can stop: a round, a bin of many, a step of a thread, or the head of a lane. */
export interface Stop {
  id: number | string
  lane: string
  first: number
  last: number
  of:
    | { round: Item }
    | { thread: Thread; step: ThreadStep }
    | { bin: Bin; unit: Unit; lane: Lane }
    | { head: Lane }
}

/** Those of these lanes, lane by lane and then in time, a head first. */
export function placed(stops: Stop[], lanes: readonly string[]): Stop[] {
  const order = new Map(lanes.map((lane, nth) => [lane, nth]))
  const place = ({ lane }: Stop) => order.get(lane) ?? 0
  const isHead = ({ of }: Stop) => Number('head' in of)
  return stops
    .filter(({ lane }) => order.has(lane))
    .sort((a, b) => place(a) - place(b) || isHead(b) - isHead(a) || a.first - b.first)
}

/** What lies at this moment in the lane, or no further from it than that. */
export function nearest(stops: Stop[], lane: string, ms: number, reach: number): Stop | undefined {
  const distance = ({ first, last }: Stop) => Math.max(first * DAY - ms, ms - (last + 1) * DAY, 0)
  return stops
    .filter((stop) => stop.lane === lane && !('head' in stop.of) && distance(stop) <= reach)
    .sort((a, b) => distance(a) - distance(b))[0]
}

/** Which stop a key leads to from another one; `stops` are placed. */
export function neighbour(
  stops: Stop[],
  from: Stop | undefined,
  key: string,
  [first, last]: readonly [number, number],
): Stop | undefined {
  const inSight = stops.filter((stop) => 'head' in stop.of || (stop.last >= first && stop.first <= last))
  const inTime = inSight.filter(({ of }) => !('head' in of))
  if (key === 'Home') return earliest(inTime, 1)
  if (key === 'End') return earliest(inTime, -1)
  if (!from) return inTime[0] ?? inSight[0]
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const next = stops[stops.findIndex(({ id }) => id === from.id) + (key === 'ArrowRight' ? 1 : -1)]
    return next?.lane === from.lane ? next : from
  }
  return nearestInLane(inSight, from, key === 'ArrowDown' ? 1 : -1)
}

function earliest(stops: Stop[], sign: 1 | -1): Stop | undefined {
  return [...stops].sort((a, b) => sign * (a.first - b.first))[0]
}

/** The stop of the next lane, up or down, that lies nearest in time; its head where it shows nothing else. */
function nearestInLane(inSight: Stop[], from: Stop, step: 1 | -1): Stop {
  const lanes = [...new Set(inSight.map(({ lane }) => lane))]
  const lane = lanes[lanes.indexOf(from.lane) + step]
  const there = inSight.filter((stop) => stop.lane === lane)
  const marks = there.filter(({ of }) => !('head' in of))
  if ('head' in from.of || marks.length === 0) return there.find(({ of }) => 'head' in of) ?? marks[0] ?? from
  return marks.sort((a, b) => Math.abs(a.first - from.first) - Math.abs(b.first - from.first))[0] ?? from
}
