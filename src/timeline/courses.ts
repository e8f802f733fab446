/* Lanes of proposals or commitments: each by itself where they are few, else what happened in each bin, by negotiation. */
import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { type Filter, idsAmong } from '../rounds/filter.ts'
import { Bins, edgesOf } from './bins.ts'
import { allCourses, type CourseKind, type Dated, processIds } from './courses-reads.ts'
import { titlesOf } from './reads.ts'
import type { ThreadSet } from './reply.ts'
import type { Asked } from './rounds.ts'
import { around, type Window } from './window.ts'

/** More threads than this are counted, not drawn. */
export const THREAD_LIMIT = 100
/** So many find a lane, those with the latest days. */
const LANES = 16
const BIN_LANES = 8

/** Those of which something falls into the window, narrowed to the filter's processes and parties, the latest first. */
export async function coursesIn(
  db: Db,
  kind: CourseKind,
  { process, party }: Pick<Filter, 'process' | 'party'>,
  { first, last }: Window,
): Promise<Dated[]> {
  const [all, processes] = await Promise.all([allCourses(db, kind), processIds(db, process)])
  const parties = idsAmong(party)
  const isAsked = (one: Dated) =>
    (processes?.has(one.process) ?? true) &&
    (parties.length === 0 || one.parties.some((id) => id !== null && parties.includes(id)))
  const some: Dated[] = []
  // In the order of their last days: what ended before the window need not be looked at.
  for (let nth = all.length - 1; nth >= 0; nth--) {
    const one = all[nth] as Dated
    if (one.last < first) break
    if ((one.days[0] ?? 0) <= last && isAsked(one)) some.push(one)
  }
  return some
}

/** Which of them find a lane: none where they are too many, and are counted in bins. */
export function lanesAmong(found: Dated[]): { ids: number[]; more: number; isMany: boolean } {
  const isMany = found.length > THREAD_LIMIT
  const ids = isMany ? [] : idsOf(found.slice(0, LANES))
  return { ids, more: found.length - ids.length, isMany }
}

/** Folded, a window's lanes are no more than their number. */
export async function foldedCourses(
  db: Db,
  kind: CourseKind,
  filter: Filter,
  window: Window,
): Promise<ThreadSet> {
  const found = await coursesIn(db, kind, filter, window)
  return { isOpen: false, threads: [], more: found.length, bins: null }
}

/** Of so many in the window. */
export async function courseBins(
  db: Db,
  kind: CourseKind,
  filter: Filter,
  asked: Asked,
  many: number,
): Promise<ThreadSet> {
  const wide = around(asked, 1)
  const edges = edgesOf(asked.unit, wide.first, wide.last)
  const lanes = new Map<number, { bins: Bins; count: number }>()
  for (const { process, days } of await coursesIn(db, kind, filter, wide)) {
    const lane = lanes.get(process) ?? { bins: new Bins(edges), count: 0 }
    lanes.set(process, lane)
    for (const day of days) {
      if (day < wide.first || day > wide.last) continue
      lane.bins.count(day)
      lane.count++
    }
  }
  const busiest = [...lanes].sort(([, a], [, b]) => b.count - a.count).slice(0, BIN_LANES)
  const { processes } = await titlesOf(
    db,
    busiest.map(([id]) => id),
    [],
  )
  return {
    isOpen: true,
    threads: [],
    more: many,
    bins: busiest.map(([process, { bins }]) => ({
      process,
      title: processes.get(process)?.title ?? '',
      bins: bins.packed(),
    })),
  }
}
