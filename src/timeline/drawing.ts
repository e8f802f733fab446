/* A window as a still picture: what a page without scripts, and paper, show of it. Pure: a reply in, shapes and words out. */
import { edtfDay } from '../kernel/calendar.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted } from '../kernel/words.ts'
import { type Day, type DrawnDay, daysIn, type Tick, ticksOf } from './drawing/axis.ts'
import type { DrawnLane } from './drawing/lane.ts'
import { roundLanes } from './drawing/rounds.ts'
import { scale, USUAL_WIDTH } from './drawing/scale.ts'
import { threadLanes } from './drawing/threads.ts'
import { linesOf } from './labels.ts'
import type { Reply } from './reply.ts'
import type { Window } from './window.ts'

export interface Drawing {
  width: number
  height: number
  /** Where the labels end and the days begin. */
  left: number
  /** What the picture shows, for who does not see it. */
  words: string
  ticks: Tick[]
  lanes: DrawnLane[]
  days: DrawnDay[]
}

const TOP = 24

/** `day` is drawn as an upright line where it lies in the window. */
export function drawingOf(reply: Reply, window: Window, day: Day, width = USUAL_WIDTH): Drawing {
  const place = scale(window, width)
  const { left } = place
  let y = TOP
  const lanes = [...roundLanes(reply, window, place), ...threadLanes(reply, window, place)].map((lane) => {
    y += lane.height
    return { ...lane, y: y - lane.height, lines: linesOf(lane, left) }
  })
  return {
    ...{ width, height: y + 16, left, lanes },
    words: wordsOf(reply, window),
    ticks: ticksOf(window, place),
    days: daysIn(window, day, place),
  }
}

function wordsOf({ total, lanes, mode, unit }: Reply, { first, last }: Window): string {
  const span = [...new Set([first, last])].map((day) => sayDate(edtfDay(day))).join(' to ')
  const how = mode === 'bins' ? `, by ${unit}` : ''
  const processes = new Set(lanes.map(({ process }) => process)).size
  return `${span}: ${counted(total, 'round')} of ${counted(processes, 'negotiation')}${how}`
}
