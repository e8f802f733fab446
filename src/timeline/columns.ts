/* The rounds that meet a filter, in the order of the days they are counted by: whatever a window asks is found without going through them all. */
import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { Latest } from '../kernel/latest.ts'
import { changesSpan } from '../rounds/census/count-reads.ts'
import type { Filter } from '../rounds/filter.ts'
import { roundsMatching } from '../rounds/matching.ts'
import { ANNOUNCED, DISPUTED, type Flagged, LaneRounds } from './lane-rounds.ts'
import { below, dayOf } from './spans.ts'
import type { Window } from './window.ts'

export interface Columns {
  size: number
  id: Int32Array
  first: Int32Array
  last: Int32Array
  /** The first day, or the last where no first is known. */
  day: Int32Array
  /** Places in `processes` and in `tracks`. */
  process: Uint32Array
  track: Uint32Array
  /** Those that may have lasted longer than LONG_DAYS, by their places. */
  long: number[]
  processes: Process[]
  tracks: Track[]
  /** By the id of the lane: "process 3", "track 12". */
  lanes: ReadonlyMap<string, LaneRounds>
}

interface Lane {
  id: number
  rounds: LaneRounds
}

interface Process extends Lane {
  tracks: Lane[]
}

interface Track extends Lane {
  /** Its place in `processes`. */
  process: number
}

const LONG_DAYS = 400

/** Calls with the place of each round that may have overlapped the window. */
export function eachWithin(columns: Columns, window: Window, visit: (nth: number) => void): void {
  const { day, first, last } = columns
  const isThere = (nth: number) => (last[nth] ?? 0) >= window.first && (first[nth] ?? 0) <= window.last
  for (const nth of columns.long) if (isThere(nth)) visit(nth)
  const end = below(day, window.last + 1)
  for (let nth = below(day, window.first - LONG_DAYS); nth < end; nth++)
    if (isThere(nth) && !isLong(first[nth] ?? 0, last[nth] ?? 0)) visit(nth)
}

function isLong(first: number, last: number): boolean {
  return last - first > LONG_DAYS
}

/** For so many questions the columns are kept: somebody moves about in the answer to one. */
const KEPT = 6
const kept = new WeakMap<Db, Latest<string, Promise<Columns>>>()

/** Whatever its dates, order and page: a window is asked of the columns. */
export async function columnsOf(db: Db, filter: Filter): Promise<Columns> {
  // What lies certainly within some days has to be asked with those days.
  const days = filter.within === 'certainly' ? {} : { from: null, to: null }
  const undated = { ...filter, ...days, sort: 'date' as const, page: 1 }
  const { latest } = await changesSpan(db)
  const key = JSON.stringify([latest, undated])
  const questions = kept.get(db) ?? new Latest<string, Promise<Columns>>(KEPT)
  kept.set(db, questions)
  const columns = questions.get(key, () => made(db, undated))
  columns.catch(() => questions.delete(key))
  return columns
}

interface Told extends Flagged {
  id: number
  process: number
  track: number
}

async function made(db: Db, filter: Filter): Promise<Columns> {
  const rounds: Told[] = []
  const matching = await roundsMatching(db, filter)
  matching.each((round) =>
    rounds.push({
      ...{ id: round.id, first: round.first, last: round.last, process: round.process, track: round.track },
      flags: (round.isDisputed ? DISPUTED : 0) | (round.isHeld ? 0 : ANNOUNCED),
    }),
  )
  // Who has no first day comes first, though it is counted by its last: a handful, put in their places.
  return columnsFrom(isInOrder(rounds) ? rounds : rounds.sort((a, b) => dayOf(a) - dayOf(b)))
}

/** In the order of their days. */
export function columnsFrom(rounds: readonly Told[]): Columns {
  const column = (of: (round: Told) => number) => Int32Array.from(rounds, of)
  return {
    size: rounds.length,
    ...{ id: column(({ id }) => id), first: column(({ first }) => first), last: column(({ last }) => last) },
    day: column(dayOf),
    long: rounds.flatMap(({ first, last }, nth) => (isLong(first, last) ? [nth] : [])),
    ...lanesOf(rounds),
  }
}

function lanesOf(
  rounds: readonly Told[],
): Pick<Columns, 'process' | 'track' | 'processes' | 'tracks' | 'lanes'> {
  const [byProcess, byTrack] = [
    groupBy(rounds, ({ process }) => process),
    groupBy(rounds, ({ track }) => track),
  ]
  const processes = [...byProcess].map(
    ([id, some]): Process => ({ id, rounds: new LaneRounds(some), tracks: [] }),
  )
  const [processAt, trackAt] = [placesIn(byProcess.keys()), placesIn(byTrack.keys())]
  const tracks = [...byTrack].map(([id, some]): Track => {
    const process = processAt(some[0]?.process ?? 0)
    return { id, rounds: new LaneRounds(some), process }
  })
  for (const track of tracks) processes[track.process]?.tracks.push(track)
  return {
    process: Uint32Array.from(rounds, ({ process }) => processAt(process)),
    track: Uint32Array.from(rounds, ({ track }) => trackAt(track)),
    ...{ processes, tracks },
    lanes: new Map([
      ...processes.map(({ id, rounds }) => [`process ${id}`, rounds] as const),
      ...tracks.map(({ id, rounds }) => [`track ${id}`, rounds] as const),
    ]),
  }
}

function placesIn(ids: Iterable<number>): (id: number) => number {
  const places = new Map([...ids].map((id, at) => [id, at]))
  return (id) => places.get(id) ?? 0
}

function isInOrder(rounds: readonly Told[]): boolean {
  return rounds.every((round, nth) => nth === 0 || dayOf(rounds[nth - 1] ?? round) <= dayOf(round))
}
