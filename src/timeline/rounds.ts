/* The rounds of a window: each by itself where they are few, else how many lie in each bin of each lane. */
import type { Db } from '../db/tables.ts'
import type { Unit } from '../kernel/calendar.ts'
import type { Filter } from '../rounds/filter.ts'
import { Bins, edgesOf } from './bins.ts'
import { clockSpans } from './clock.ts'
import { type Columns, columnsOf } from './columns.ts'
import { drawnAs } from './items.ts'
import { inOrder, type LaneView, openAmong, type Place, placesFor, type Tally } from './lanes.ts'
import { disputedFieldsOf, roundsDrawn, titlesOf } from './reads.ts'
import type { Lane, Reply } from './reply.ts'
import { around, type Window } from './window.ts'

/** So few rounds of a window are drawn one by one. */
const FEW = 200
/** Rounds that are drawn already give way to bins only beyond this, so that the picture does not flicker at the edge. */
const STILL_FEW = 260
/** This share of them may lie on one another. */
const LOOSE = 0.1
const STILL_LOOSE = 0.2
/** A mark needs so much room. */
const COLUMN_PX = 16
/** A reply never holds more rounds than this. */
const MOST = 600
/** Within so few days the hours of a session can be seen. */
const CLOCK_DAYS = 8

export interface Asked extends Window {
  unit: Unit
  view: LaneView
  /** How wide the window is drawn. */
  px: number
  /** Rounds of a window close by are drawn one by one already. */
  isDrawn: boolean
}

export async function roundsIn(db: Db, filter: Filter, asked: Asked): Promise<Reply> {
  const columns = await columnsOf(db, filter)
  const here = talliesIn(columns, asked)
  const mode = isFew(columns, asked, here) ? 'items' : 'bins'
  const covered = mode === 'items' ? nearby(columns, asked) : around(asked, 1)
  const { places, more } = placesFor(talliesIn(columns, covered), asked.view)
  const lanes = await lanesOf(db, places, asked.view, here)
  const common = {
    ...covered,
    mode,
    unit: asked.unit,
    total: here.rounds,
    lanes,
    more,
    binned: around(asked, 1).first,
  } as const
  return mode === 'items'
    ? { ...common, rounds: await drawn(db, columns, covered, lanes, asked), bins: null }
    : { ...common, rounds: null, bins: binned(columns, common) }
}

/** Calls with the place of each round that may have overlapped the window, in the order of their days. */
function within({ size, first, last }: Columns, window: Window, visit: (nth: number) => void): void {
  for (let nth = 0; nth < size; nth++)
    if ((last[nth] ?? 0) >= window.first && (first[nth] ?? 0) <= window.last) visit(nth)
}

function talliesIn(columns: Columns, window: Window): Tally {
  const processes = new Uint32Array(columns.processes.length)
  const tracks = new Uint32Array(columns.tracks.length)
  let rounds = 0
  within(columns, window, (nth) => {
    rounds++
    processes[columns.process[nth] ?? 0] = (processes[columns.process[nth] ?? 0] ?? 0) + 1
    tracks[columns.track[nth] ?? 0] = (tracks[columns.track[nth] ?? 0] ?? 0) + 1
  })
  const counted = (ids: number[], counts: Uint32Array) =>
    ids.flatMap((id, at) => ((counts[at] ?? 0) > 0 ? [{ id, rounds: counts[at] ?? 0, at }] : []))
  return {
    rounds,
    processes: counted(columns.processes, processes),
    tracksOf: (process) =>
      counted(columns.tracks, tracks).filter(
        ({ at }) => columns.processes[columns.trackOf[at] ?? 0] === process,
      ),
  }
}

/** Few enough for the eye, and not so close together that they would lie on one another. */
function isFew(columns: Columns, asked: Asked, here: Tally): boolean {
  if (here.rounds > (asked.isDrawn ? STILL_FEW : FEW)) return false
  const open = openAmong(here.processes, asked.view)
  return crowdedIn(columns, asked, open) <= here.rounds * (asked.isDrawn ? STILL_LOOSE : LOOSE)
}

/** How many rounds would find no room in the rows of their lane. */
function crowdedIn(columns: Columns, asked: Asked, open: ReadonlySet<number>): number {
  const { first, last, px } = asked
  const taken = new Map<string, number>()
  let crowded = 0
  within(columns, asked, (nth) => {
    const column = Math.floor((((columns.day[nth] ?? 0) - first) / (last - first + 1)) * (px / COLUMN_PX))
    const isOpen = open.has(columns.processes[columns.process[nth] ?? 0] ?? 0)
    const key = `${isOpen ? `track ${columns.track[nth]}` : columns.process[nth]} ${column}`
    const there = (taken.get(key) ?? 0) + 1
    taken.set(key, there)
    if (there > (isOpen ? 3 : 2)) crowded++
  })
  return crowded
}

/** The window with half its length on either side, unless that is too much for one reply. */
function nearby(columns: Columns, asked: Asked): Window {
  const wide = around(asked, 0.5)
  let rounds = 0
  within(columns, wide, () => rounds++)
  return rounds <= MOST ? wide : { first: asked.first, last: asked.last }
}

async function lanesOf(db: Db, places: Place[], view: LaneView, here: Tally): Promise<Lane[]> {
  const { processes, tracks } = await titlesOf(
    db,
    [...new Set(places.map(({ process }) => process))],
    places.flatMap(({ track }) => track ?? []),
  )
  const began = (process: number) => processes.get(process)?.date_earliest ?? 0
  return inOrder(places, view.order, began).map(({ process, track, isOpen, more }) => {
    const counted = track === null ? here.processes : here.tracksOf(process)
    return {
      id: track === null ? `process ${process}` : `track ${track}`,
      title: (track === null ? processes.get(process)?.title : tracks.get(track)) ?? '',
      process,
      slug: processes.get(process)?.slug ?? '',
      count: counted.find(({ id }) => id === (track ?? process))?.rounds ?? 0,
      isOpen,
      more,
    }
  })
}

/** Which lane each round goes to: that of its track, else that of its process unless it is opened; -1 for none. */
function lanesByRound(columns: Columns, lanes: Lane[]): (nth: number) => number {
  const place = new Map(lanes.flatMap(({ id, isOpen }, nth) => (isOpen ? [] : [[id, nth] as const])))
  const processes = columns.processes.map((id) => place.get(`process ${id}`) ?? -1)
  const tracks = columns.tracks.map(
    (id, at) => place.get(`track ${id}`) ?? processes[columns.trackOf[at] ?? 0] ?? -1,
  )
  return (nth) => tracks[columns.track[nth] ?? 0] ?? -1
}

async function drawn(db: Db, columns: Columns, covered: Window, lanes: Lane[], asked: Asked) {
  const laneOf = lanesByRound(columns, lanes)
  const laneById = new Map<number, number>()
  within(columns, covered, (nth) => {
    if (laneOf(nth) >= 0) laneById.set(columns.id[nth] ?? 0, laneOf(nth))
  })
  const ids = [...laneById.keys()]
  const [rounds, disputed] = await Promise.all([roundsDrawn(db, ids), disputedFieldsOf(db, ids)])
  const all = drawnAs(
    rounds,
    ({ id }) => laneById.get(id) ?? 0,
    (id) => disputed.get(id) ?? 0,
  )
  return asked.last - asked.first >= CLOCK_DAYS ? all : { ...all, clock: await clockSpans(db, rounds) }
}

function binned(
  columns: Columns,
  { lanes, unit, first, last }: Pick<Reply, 'lanes' | 'unit' | 'first' | 'last'>,
): number[][] {
  const edges = edgesOf(unit, first, last)
  const bins = lanes.map(() => new Bins(edges))
  const laneOf = lanesByRound(columns, lanes)
  within(columns, { first, last }, (nth) =>
    bins[laneOf(nth)]?.count(columns.day[nth] ?? 0, columns.flags[nth]),
  )
  return bins.map((lane) => lane.packed())
}
