/* Lanes as the library takes them, each of a height of its own that no window changes. */
import { groupBy } from '../../kernel/group.ts'
import type { Lane, Reply } from '../../timeline/reply.ts'
import type { Thread } from '../../timeline/threads.ts'

export interface Group {
  id: string
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

/**
 * The lanes of a window beneath one another. Those that are shown already keep their places, also while nothing of theirs
 * is in sight; what comes with the window stands below, so that nothing jumps. What was opened or shut is laid out anew.
 */
export function settled(shown: readonly Lane[], next: readonly Lane[], room: number): Lane[] {
  const fresh = new Map(next.map((lane) => [lane.id, lane]))
  if (shown.some(({ id, isOpen }) => fresh.has(id) && fresh.get(id)?.isOpen !== isOpen)) return [...next]
  const known = new Set(shown.map(({ id }) => id))
  const arrived = next.filter(({ id }) => !known.has(id))
  const isFull = shown.length + arrived.length > room
  const kept = isFull ? shown.filter(({ id }) => fresh.has(id)) : shown
  const all = [...kept.map((lane) => fresh.get(lane.id) ?? { ...lane, count: 0 }), ...arrived]
  return [...groupBy(all, ({ process }) => process).values()].flat()
}

export function groupsOf(lanes: readonly Lane[], { proposals, commitments }: Reply): Group[] {
  const groups = [
    ...lanes.map(laneGroup),
    ...setGroups('proposals', proposals),
    ...setGroups('commitments', commitments),
  ]
  return groups.map((group, order) => ({ ...group, order }))
}

type Unordered = Omit<Group, 'order'>

function laneGroup(lane: Lane): Unordered {
  const kind = lane.id.startsWith('track') ? 'track-lane' : lane.isOpen ? 'lane-head' : 'process-lane'
  return {
    id: lane.id,
    lane,
    thread: null,
    words: lane.title,
    count: String(lane.count),
    className: `${kind} ${classOf(lane.id)}`,
  }
}

function setGroups(name: LaneSetName, set: Reply['proposals']): Unordered[] {
  if (!set || set.threads.length === 0) return []
  const more = set.more > 0 ? ` of ${set.threads.length + set.more}` : ''
  const head = {
    id: name,
    lane: null,
    thread: null,
    words: setTitles[name],
    count: `${set.threads.length}${more}`,
    className: `lane-head ${classOf(name)}`,
  }
  const lanes = set.threads.map((thread) => ({
    id: laneOfThread(thread),
    lane: null,
    thread,
    words: thread.title,
    count: '',
    className: `thread-group ${classOf(laneOfThread(thread))}`,
  }))
  return [head, ...lanes]
}

export function laneOfThread({ kind, id }: Thread): string {
  return `${kind} ${id}`
}

export function classOf(lane: string): string {
  return `is-${lane.replace(' ', '-')}`
}
