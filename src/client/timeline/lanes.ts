/* Lanes as the library takes them, each of a height of its own that no window changes. */
import { groupBy } from '../../kernel/group.ts'
import { laneKind } from '../../kernel/lane-heights.ts'
import { sayNumber } from '../../kernel/words.ts'
import type { Lane, Reply } from '../../timeline/reply.ts'
import type { Thread } from '../../timeline/threads.ts'

/** A place for a lane. Places are kept and lanes put into them, so that nothing in the page moves when a lane gives way to another. */
export interface Group {
  id: string
  /** The lane that is in it. */
  of: string
  /** Of what is drawn in it. */
  lane: Lane | null
  thread: Thread | null
  words: string
  count: string
  order: number
  className: string
}

/** Heads that stand over lanes of another kind. */
const setTitles = { proposals: 'Proposals', commitments: 'Commitments' } as const
export type LaneSetName = keyof typeof setTitles
const setNames = Object.keys(setTitles) as LaneSetName[]

/** The set that a head or one of its lanes of bins belongs to; null for negotiations and their tracks. */
export function setOf(lane: string): LaneSetName | null {
  return setNames.find((name) => name === lane.split(' ')[0]) ?? null
}

/**
 * The lanes of a window beneath one another. A negotiation keeps its place while it has rounds here, and as long as nobody
 * needs the place; who arrives takes one that has become free, or stands below. So nothing jumps while the window moves.
 * What was opened or shut is laid out anew.
 */
export function settled(shown: readonly Lane[], next: readonly Lane[]): Lane[] {
  const fresh = groupBy(next, ({ process }) => process)
  const isOpen = new Map(next.filter(isHead).map((lane) => [lane.process, lane.isOpen]))
  if (shown.some((lane) => isHead(lane) && (isOpen.get(lane.process) ?? lane.isOpen) !== lane.isOpen))
    return [...next]
  const places = groupBy(shown, ({ process }) => process)
  const arrived = [...fresh.keys()].filter((process) => !places.has(process))
  const kept = [...places].map(([process, lanes]) => {
    const here = fresh.get(process)
    if (here) return joined(lanes, here)
    const instead = lanes.length === 1 ? arrived.shift() : undefined
    return instead === undefined ? lanes.map((lane) => ({ ...lane, count: 0 })) : (fresh.get(instead) ?? [])
  })
  return [...kept, ...arrived.map((process) => fresh.get(process) ?? [])].flat()
}

/** The tracks of a negotiation stay where they are, new ones come below them. */
function joined(shown: readonly Lane[], here: readonly Lane[]): Lane[] {
  const kept = shown.map((lane) => here.find(({ id }) => id === lane.id) ?? { ...lane, count: 0 })
  return [...kept, ...here.filter(({ id }) => !shown.some((lane) => lane.id === id))]
}

function isHead({ id }: Lane): boolean {
  return id.startsWith('process')
}

export function groupsOf(lanes: readonly Lane[], reply: Reply): Group[] {
  const groups = [...lanes.map(laneGroup), ...setNames.flatMap((name) => setGroups(name, reply[name]))]
  return groups.map((group, order) => ({ ...group, id: `slot ${order}`, order }))
}

const kindClasses = { head: 'lane-head', process: 'process-lane', track: 'track-lane' }

type Unordered = Omit<Group, 'order' | 'id'>

function laneGroup(lane: Lane): Unordered {
  return {
    of: lane.id,
    lane,
    thread: null,
    words: lane.title,
    count: sayNumber(lane.count),
    className: `${kindClasses[laneKind(lane)]} ${classOf(lane.id)}`,
  }
}

/** The heads of the sets that hold anything in the window. */
export function setHeads(reply: Reply): Lane[] {
  return setNames.flatMap((name) => setHead(name, reply[name]) ?? [])
}

function setHead(name: LaneSetName, set: Reply['proposals']): Lane | null {
  const count = set ? set.threads.length + set.more : 0
  if (!set || count === 0) return null
  return { id: name, title: setTitles[name], process: 0, slug: '', count, isOpen: set.isOpen, more: 0 }
}

function setGroups(name: LaneSetName, set: Reply['proposals']): Unordered[] {
  const lane = setHead(name, set)
  if (!set || !lane) return []
  const shown = set.threads.length
  const all = sayNumber(lane.count)
  const head = {
    ...laneGroup(lane),
    count: shown > 0 && set.more > 0 ? `${shown} of ${all}` : all,
    className: `lane-head ${classOf(name)}`,
  }
  const lanes = set.threads.map((thread) => ({
    of: laneOfThread(thread),
    lane: null,
    thread,
    words: thread.title,
    count: '',
    className: `thread-group ${classOf(laneOfThread(thread))}`,
  }))
  return [head, ...lanes, ...binLanes(name, set).map(laneGroup)]
}

/** Where there are too many threads for a lane each, what happened is counted by negotiation. */
export function binLanes(name: LaneSetName, set: Reply['proposals']): Lane[] {
  return (set?.bins ?? []).map(({ process, title, bins }) => ({
    id: `${name} ${process}`,
    title,
    process,
    slug: '',
    count: bins.reduce((sum, one, nth) => sum + (nth % 3 === 1 ? one : 0), 0),
    isOpen: false,
    more: 0,
  }))
}

export function laneOfThread({ kind, id }: Thread): string {
  return `${kind} ${id}`
}

export function classOf(lane: string): string {
  return `is-${lane.replace(' ', '-')}`
}
