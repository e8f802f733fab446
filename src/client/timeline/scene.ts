/* What is drawn of a reply: its rounds in rows or its bins, by lane, and where the keys can stop. */
import { binOf, startOf, type Unit } from '../../kernel/calendar.ts'
import { type Bin, unpack } from '../../kernel/unpack.ts'
import type { Lane, Reply } from '../../timeline/reply.ts'
import type { Stop } from './keys.ts'
import { binLanes, laneOfThread, setHeads } from './lanes.ts'
import { DAY } from './layout.ts'
import { type Item, roundsOf } from './rounds.ts'

/** A bin with the milliseconds that it lies between. */
export interface PlacedBin extends Bin {
  id: string
  from: number
  to: number
}

export interface Scene {
  reply: Reply
  lanes: Lane[]
  items: Item[]
  bins: Map<string, PlacedBin[]>
  /** The most that any bin holds. */
  most: number
  stops: Map<Stop['id'], Stop>
}

export function sceneOf(reply: Reply, lanes: Lane[]): Scene {
  const items = roundsOf(reply)
  const from = binOf(reply.unit, reply.first)
  const place = (lane: string, some: Bin[]): [string, PlacedBin[]] => [
    lane,
    some.map((bin) => {
      const [first, next] = [startOf(reply.unit, bin.bin), startOf(reply.unit, bin.bin + 1)]
      return { ...bin, id: binId(lane, bin), from: first * DAY, to: next * DAY }
    }),
  ]
  const bins = new Map(reply.lanes.map(({ id }, nth) => place(id, unpack(reply.bins?.[nth] ?? [], from))))
  const counted = [...binLanes('proposals', reply.proposals), ...binLanes('commitments', reply.commitments)]
  const packed = [...(reply.proposals?.bins ?? []), ...(reply.commitments?.bins ?? [])]
  counted.forEach(({ id }, nth) => {
    // A reply with rounds reaches less far than one with bins: its threads are counted from their own first bin.
    bins.set(...place(id, unpack(packed[nth]?.bins ?? [], binOf(reply.unit, reply.binned))))
  })
  const most = Math.max(1, ...[...bins.values()].flat().map(({ count }) => count))
  const stops = [
    ...setHeads(reply).map(headOf),
    ...[...lanes, ...counted].flatMap((lane) => [
      headOf(lane),
      ...items.filter((item) => item.lane === lane.id).map(roundStop),
      ...(bins.get(lane.id) ?? []).map((bin) => binStop(bin, reply.unit, lane)),
    ]),
    ...threadStops(reply),
  ]
  return { reply, lanes, items, bins, most, stops: new Map(stops.map((stop) => [stop.id, stop])) }
}

function headOf(lane: Lane): Stop {
  return { id: `head ${lane.id}`, lane: lane.id, first: 0, last: 0, of: { head: lane } }
}

function roundStop(round: Item): Stop {
  return { id: round.key, lane: round.lane, first: round.first, last: round.last, of: { round } }
}

function binStop(bin: Bin, unit: Unit, lane: Lane): Stop {
  return {
    id: binId(lane.id, bin),
    lane: lane.id,
    first: startOf(unit, bin.bin),
    last: startOf(unit, bin.bin + 1) - 1,
    of: { bin, unit, lane },
  }
}

function binId(lane: string, { bin }: Bin): string {
  return `bin ${lane} ${bin}`
}

function threadStops({ proposals, commitments }: Reply): Stop[] {
  const threads = [...(proposals?.threads ?? []), ...(commitments?.threads ?? [])]
  return threads.flatMap((thread) =>
    thread.steps.map((step, nth) => ({
      id: stepId(thread, nth),
      lane: laneOfThread(thread),
      first: step.at,
      last: step.at,
      of: { thread, step },
    })),
  )
}

export function stepId(thread: { kind: string; id: number }, nth: number): string {
  return `step ${thread.kind} ${thread.id} ${nth}`
}
