/* Rounds and threads as the library takes them: items, and the groups that are their lanes. */
import type { Item, Lane } from '../../timeline/items.ts'
import type { Thread } from '../../timeline/threads.ts'
import { extentOf } from './strip.ts'

export const DAY = 86_400_000

export interface Drawn {
  id: number | string
  group: string
  start: number
  end?: number
  type: 'point' | 'range'
  className: string
  align?: 'left'
  limitSize?: boolean
}

export interface Group {
  id: string
  words: string
  /** Of what is drawn in it. */
  count?: string
  plate?: { code: string; tone: string }
  order: number
  nestedGroups?: string[]
  className?: string
}

/** One day is a point at its noon; more is a bar from the first morning to the last night. Numbers: the library misreads texts. */
export function drawn({ id, lane, first, last, doubts }: Item): Drawn {
  const common = { id, group: `lane ${lane}`, className: doubts.join(' ') }
  if (first === last) return { ...common, type: 'point', start: first * DAY + DAY / 2 }
  return { ...common, type: 'range', start: first * DAY, end: (last + 1) * DAY }
}

/** The strip measures its marks against the whole thread, so the library may neither cut it nor move what is in it. */
export function drawnThread(thread: Thread): Drawn {
  const [first, last] = extentOf(thread)
  const id = `thread ${thread.id}`
  const noon = (day: number) => day * DAY + DAY / 2
  return {
    id,
    group: id,
    type: 'range',
    start: noon(first),
    end: noon(last),
    className: 'thread-lane',
    align: 'left',
    limitSize: false,
  }
}

export function groupsOf(lanes: Lane[], items: Item[]): Group[] {
  const processes = new Map<number, Group>()
  const groups: Group[] = []
  for (const lane of lanes) {
    const known = processes.get(lane.process_id)
    const head = known ?? {
      id: `process ${lane.process_id}`,
      words: lane.process,
      order: groups.length,
      nestedGroups: [],
      className: 'lane-head',
    }
    if (!known) {
      processes.set(lane.process_id, head)
      groups.push(head)
    }
    head.nestedGroups?.push(`lane ${lane.id}`)
    const count = String(items.filter((item) => item.lane === lane.id).length)
    groups.push({
      className: classOf(`lane ${lane.id}`),
      id: `lane ${lane.id}`,
      words: lane.title,
      count,
      order: groups.length,
    })
  }
  return groups
}

export function classOf(lane: string): string {
  return `is-${lane.replace(' ', '-')}`
}

/** Behind all lanes of rounds. */
const THREADS_FROM = 1_000_000

export function threadGroups(threads: Thread[]): Group[] {
  if (threads.length === 0) return []
  const lanes = threads.map(({ id, title, code, tone }, nth) => ({
    id: `thread ${id}`,
    words: title,
    plate: { code, tone },
    className: classOf(`thread ${id}`),
    order: THREADS_FROM + 1 + nth,
  }))
  const head = {
    id: 'proposals',
    words: 'Proposals',
    count: String(threads.length),
    order: THREADS_FROM,
    nestedGroups: lanes.map(({ id }) => id),
    className: 'lane-head',
  }
  return [head, ...lanes]
}
