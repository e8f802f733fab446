import type { Fields } from '../fields/kind.ts'
import { choice, pattern, ref } from '../fields/kinds.ts'
import { Refusal } from '../kernel/fault.ts'
import { askedOf, type Query } from '../web/query.ts'

/** Lanes besides those of the rounds. */
export const laneSets = ['proposals', 'commitments'] as const
export type LaneSetName = (typeof laneSets)[number]

const laneFields = {
  lanes: choice({ label: 'Lanes', of: laneSets }),
  open: pattern({ label: 'Open', matching: /^(none|[1-9]\d{0,14})$/, like: '3, the number of a process' }),
  hide: ref('process', { label: 'Hide' }),
  order: ref('process', { label: 'Order' }),
  fold: choice({ label: 'Fold', of: laneSets }),
} satisfies Fields

/** Names of the address that say how the lanes are laid out. */
export const laneNames = Object.keys(laneFields)

/** How somebody has laid out the lanes. */
export interface LaneView {
  lanes: LaneSetName[]
  /** Processes shown track by track; null where nobody chose, so that few are open and many are not. */
  open: number[] | null
  hide: number[]
  /** These processes come first, in this order. */
  order: number[]
  /** Lanes of these kinds are folded under their head. */
  fold: LaneSetName[]
}

/** @throws Refusal 400 for lanes that there are not, or for what is no number of a process */
export function lanesIn(query: Query): LaneView {
  const strange = [query.lanes ?? []].flat().find((name) => name !== '' && !laneSets.includes(name as never))
  if (strange !== undefined) noSuchLanes(String(strange))
  const asked = askedOf(laneFields, [], query) as { [K in keyof LaneView]?: unknown[] }
  const open = asked.open as string[] | undefined
  return {
    lanes: laneSets.filter((name) => asked.lanes?.includes(name)),
    open: open ? open.filter((id) => id !== 'none').map(Number) : null,
    hide: (asked.hide as number[]) ?? [],
    order: (asked.order as number[]) ?? [],
    fold: laneSets.filter((name) => asked.lanes?.includes(name) && asked.fold?.includes(name)),
  }
}

function noSuchLanes(name: string): never {
  throw new Refusal(
    400,
    `There are no lanes named ${JSON.stringify(name.slice(0, 40))}. The lanes are ${laneSets.join(' and ')}.`,
  )
}

/** As pairs of a query string. */
export function lanePairs({ lanes, open, hide, order, fold }: LaneView): Array<[string, string]> {
  const opened = open?.length === 0 ? ['none'] : (open ?? [])
  const named = { lanes, open: opened, hide, order, fold }
  return Object.entries(named).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, String(value)]),
  )
}

export interface Counted {
  id: number
  rounds: number
}

/** How many rounds there are, and how many of each process and each of its tracks. */
export interface Tally {
  rounds: number
  processes: Counted[]
  tracksOf(process: number): Counted[]
}

/** A lane before its title is known. */
export interface Place {
  process: number
  /** Null for the whole process. */
  track: number | null
  isOpen: boolean
  more: number
}

const PROCESSES = 16
const TRACKS = 8
const LANES = 32
/** So few processes are shown track by track unless somebody chose otherwise. */
const FEW = 3

/** The busiest processes, so that the picture stays as small at any size of the record; opened ones with their busiest tracks. */
export function placesFor(tally: Tally, view: LaneView): { places: Place[]; more: number } {
  const shown = shownAmong(tally.processes, view)
  const open = openAmong(tally.processes, view)
  const chosen = busiest(shown, PROCESSES)
  let room = LANES - chosen.length
  const places = chosen.flatMap(({ id: process }): Place[] => {
    const tracks = open.has(process) ? tally.tracksOf(process) : []
    const listed = busiest(tracks, Math.max(0, Math.min(TRACKS, room))).map(({ id }) => id)
    const isOpen = listed.length > 0
    room -= listed.length
    const head = { process, track: null, isOpen, more: isOpen ? tracks.length - listed.length : 0 }
    return [
      head,
      ...listed.sort((a, b) => a - b).map((track) => ({ process, track, isOpen: false, more: 0 })),
    ]
  })
  return { places, more: shown.length - chosen.length }
}

/** Processes shown track by track: those that somebody chose, else all where they are few. */
export function openAmong(processes: Counted[], view: LaneView): ReadonlySet<number> {
  const shown = shownAmong(processes, view)
  return new Set(view.open ?? (shown.length <= FEW ? shown.map(({ id }) => id) : []))
}

function shownAmong(processes: Counted[], { hide }: LaneView): Counted[] {
  return hide.length === 0 ? processes : processes.filter(({ id }) => !hide.includes(id))
}

/** Of thousands hardly any is among them, so they are not all put in order. */
function busiest(some: Counted[], most: number): Counted[] {
  const first: Counted[] = []
  for (const one of some) {
    if (first.length === most && isBusier(first[most - 1], one)) continue
    first.splice(first.findLastIndex((other) => isBusier(other, one)) + 1, 0, one)
    first.length = Math.min(first.length, most)
  }
  return first
}

function isBusier(one: Counted | undefined, other: Counted): boolean {
  return !one || one.rounds > other.rounds || (one.rounds === other.rounds && one.id < other.id)
}

/** Processes that somebody put first, then the others as they began; the tracks of each stay with it. */
export function inOrder<P extends { process: number }>(
  places: P[],
  order: number[],
  began: (process: number) => number,
): P[] {
  const rank = (process: number) => {
    const at = order.indexOf(process)
    return at < 0 ? order.length : at
  }
  return [...places].sort(
    (a, b) =>
      rank(a.process) - rank(b.process) || began(a.process) - began(b.process) || a.process - b.process,
  )
}
