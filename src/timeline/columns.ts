/* The rounds that meet a filter as columns of numbers, in the order of the days they are counted by: a window of them is found in a millisecond. */
import type { Db } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
import { changesSpan } from '../rounds/census/count-reads.ts'
import type { Filter } from '../rounds/filter.ts'
import { roundsMatching } from '../rounds/matching.ts'

export interface Columns {
  size: number
  id: Int32Array
  first: Int32Array
  last: Int32Array
  /** The first day, or the last where no first is known. */
  day: Int32Array
  /** Places in `processes` and in `tracks`. */
  process: Uint16Array | Uint32Array
  track: Uint32Array
  /** 1 for disputed fields, 2 for what was only announced. */
  flags: Uint8Array
  processes: number[]
  tracks: number[]
  /** The process of each track, as a place in `processes`. */
  trackOf: number[]
}

export const DISPUTED = 1
export const ANNOUNCED = 2

interface Kept {
  change: number
  columns: Promise<Columns>
}

/** For so many questions the columns are kept: somebody moves about in the answer to one. */
const KEPT = 6
const kept = new WeakMap<Db, Map<string, Kept>>()

/** Whatever its dates, order and page: a window is asked of the columns. */
export async function columnsOf(db: Db, filter: Filter): Promise<Columns> {
  // What lies certainly within some days has to be asked with those days.
  const days = filter.within === 'certainly' ? {} : { from: null, to: null }
  const undated = { ...filter, ...days, sort: 'date' as const, page: 1 }
  const key = JSON.stringify(undated)
  const { latest } = await changesSpan(db)
  const questions = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, questions)
  const known = questions.get(key)
  questions.delete(key)
  const now = known?.change === latest ? known : { change: latest, columns: made(db, undated) }
  questions.set(key, now)
  for (const old of questions.keys()) if (questions.size > KEPT) questions.delete(old)
  now.columns.catch(() => questions.delete(key))
  return now.columns
}

async function made(db: Db, filter: Filter): Promise<Columns> {
  const matching = await roundsMatching(db, filter)
  const size = matching.count
  const columns: Columns = {
    size,
    ...{ id: new Int32Array(size), first: new Int32Array(size), last: new Int32Array(size) },
    ...{ day: new Int32Array(size), process: new Uint32Array(size), track: new Uint32Array(size) },
    flags: new Uint8Array(size),
    ...{ processes: [], tracks: [], trackOf: [] },
  }
  const process = numbering(columns.processes)
  const track = numbering(columns.tracks)
  let nth = 0
  // Who has no first day comes first, though it is counted by its last: a handful, put in their places.
  const rounds: Array<Parameters<Parameters<typeof matching.each>[0]>[0]> = []
  matching.each((round) => rounds.push(round))
  for (const round of isInOrder(rounds) ? rounds : rounds.sort((a, b) => dayOf(a) - dayOf(b))) {
    columns.id[nth] = round.id
    columns.first[nth] = round.first
    columns.last[nth] = round.last
    columns.day[nth] = dayOf(round)
    columns.process[nth] = process(round.process)
    columns.track[nth] = track(round.track)
    columns.trackOf[columns.track[nth] ?? 0] = columns.process[nth] ?? 0
    columns.flags[nth] = (round.isDisputed ? DISPUTED : 0) | (round.isHeld ? 0 : ANNOUNCED)
    nth++
  }
  return columns
}

function isInOrder(rounds: Array<{ first: number; last: number }>): boolean {
  return rounds.every((round, nth) => nth === 0 || dayOf(rounds[nth - 1] ?? round) <= dayOf(round))
}

function dayOf({ first, last }: { first: number; last: number }): number {
  return first === -OPEN ? last : first
}

/** Numbers in the order in which they are met, each with a place in the list. */
function numbering(list: number[]): (one: number) => number {
  const places = new Map<number, number>()
  return (one) => {
    const known = places.get(one)
    if (known !== undefined) return known
    places.set(one, list.length)
    return list.push(one) - 1
  }
}
