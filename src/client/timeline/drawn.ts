/* Rounds as the library takes them. */

import type { Placing } from '../../kernel/rows.ts'
import type { Thread } from '../../timeline/threads.ts'
import { laneOfThread } from './lanes.ts'
import { DAY } from './layout.ts'
import type { Item } from './rounds.ts'
import { extentOf } from './strip.ts'

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

/** A day is a point at its noon; more is a bar from the first morning to the last night; recorded hours are a bar of their own. */
export function drawn(item: Item, group: string, placing: Placing, isLocal: boolean): Drawn {
  const { key: id, first, last, doubts } = item
  const className = [doubts, `row-${placing.row}`, nameClass(placing)].filter(Boolean).join(' ')
  // Else the library would shift the name of what begins before the window.
  const common = { id, group, className, align: 'left' as const }
  const hours = hoursOf(item, isLocal)
  if (hours)
    return { ...common, type: 'range', start: hours[0], end: hours[1], className: `${className} is-clock` }
  // A dot at some hour would claim that hour: without one on record the whole day is shown.
  if (item.clock) return { ...common, type: 'range', ...days(item), className: `${className} is-hourless` }
  if (first === last) return { ...common, type: 'point', start: first * DAY + DAY / 2 }
  return { ...common, type: 'range', ...days(item) }
}

function nameClass({ isNamed, isLate }: Placing): string {
  if (!isNamed) return 'is-bare'
  return isLate ? 'is-late' : ''
}

function days({ first, last }: Item): { start: number; end: number } {
  return { start: first * DAY, end: (last + 1) * DAY }
}

const MINUTE = 60_000
/** How long a session without a recorded end is drawn. */
const UNENDED = 30

/** From the first to the last hour on record, by the clock of the place or by UTC. */
export function hoursOf({ clock }: Item, isLocal: boolean): [number, number] | null {
  if (!clock || clock.length === 0) return null
  const at = (minutes: number, offset: number | null) => (minutes + (isLocal ? (offset ?? 0) : 0)) * MINUTE
  return [
    Math.min(...clock.map(({ from, offset }) => at(from, offset))),
    Math.max(...clock.map(({ from, to, offset }) => at(to ?? from + UNENDED, offset))),
  ]
}

/** The strip measures its marks against the whole thread, so the library may neither cut it nor move what is in it. */
export function drawnThread(thread: Thread, group: string, isLate: boolean): Drawn {
  const [first, last] = extentOf(thread)
  const noon = (day: number) => day * DAY + DAY / 2
  return {
    id: laneOfThread(thread),
    group,
    type: 'range',
    start: noon(first),
    end: noon(last),
    className: isLate ? 'thread-lane is-late' : 'thread-lane',
    align: 'left',
    limitSize: false,
  }
}
