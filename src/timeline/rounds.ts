/* The rounds of a window: each by itself where they are few, else how many lie in each bin of each lane. */
import type { Db } from '../db/tables.ts'
import type { Unit } from '../kernel/calendar.ts'
import type { Filter } from '../rounds/filter.ts'
import { edgesOf } from './bins.ts'
import { clockSpans } from './clock.ts'
import { type Columns, columnsOf, eachWithin } from './columns.ts'
import { drawnAs } from './items.ts'
import type { LaneRounds } from './lane-rounds.ts'
import {
  type Counted,
  inOrder,
  type LaneView,
  openAmong,
  type Place,
  placesFor,
  type Tally,
} from './lanes.ts'
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
    : { ...common, rounds: null, bins: binned(columns, lanes, asked.unit, covered) }
}

function talliesIn(columns: Columns, window: Window): Tally {
  const counted = (lanes: ReadonlyArray<{ id: number; rounds: LaneRounds }>) => {
    const there: Counted[] = []
    for (const lane of lanes) {
      const rounds = lane.rounds.overlapping(window)
      if (rounds > 0) there.push({ id: lane.id, rounds })
    }
    return there
  }
  const processes = counted(columns.processes)
  return {
    rounds: processes.reduce((sum, { rounds }) => sum + rounds, 0),
    processes,
    tracksOf: (process) => counted(columns.processes.find(({ id }) => id === process)?.tracks ?? []),
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
  eachWithin(columns, asked, (nth) => {
    const column = Math.floor((((columns.day[nth] ?? 0) - first) / (last - first + 1)) * (px / COLUMN_PX))
    const isOpen = open.has(columns.processes[columns.process[nth] ?? 0]?.id ?? 0)
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
  return talliesIn(columns, wide).rounds <= MOST ? wide : { first: asked.first, last: asked.last }
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
  const processes = columns.processes.map(({ id }) => place.get(`process ${id}`) ?? -1)
  const tracks = columns.tracks.map(({ id, process }) => place.get(`track ${id}`) ?? processes[process] ?? -1)
  return (nth) => tracks[columns.track[nth] ?? 0] ?? -1
}

async function drawn(db: Db, columns: Columns, covered: Window, lanes: Lane[], asked: Asked) {
  const laneOf = lanesByRound(columns, lanes)
  const laneById = new Map<number, number>()
  eachWithin(columns, covered, (nth) => {
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

/** The rounds of an opened process stand in the lanes of its tracks. */
function binned({ lanes: rounds }: Columns, lanes: Lane[], unit: Unit, covered: Window): number[][] {
  const edges = edgesOf(unit, covered.first, covered.last)
  return lanes.map(({ id, isOpen }) => (isOpen ? [] : (rounds.get(id)?.bins(edges, covered).packed() ?? [])))
}
