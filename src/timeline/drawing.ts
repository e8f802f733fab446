/* A window as a still picture: what a page without scripts, and paper, show of it. Pure: a reply in, shapes and words out. */
import { binOf, edtfDay, sayBin, sayYear, startOf, type Unit, unitFor } from '../kernel/calendar.ts'
import { civilDate } from '../kernel/days.ts'
import { placeInRows, type Sized } from '../kernel/rows.ts'
import { sayDate } from '../kernel/say-date.ts'
import { unpack } from '../kernel/unpack.ts'
import { counted, sayNumber } from '../kernel/words.ts'
import { type Line, linesOf } from './labels.ts'
import type { Lane, Reply } from './reply.ts'
import type { Thread } from './threads.ts'
import type { Window } from './window.ts'

export interface Drawing {
  width: number
  height: number
  /** Where the labels end and the days begin. */
  left: number
  /** What the picture shows, for who does not see it. */
  words: string
  ticks: Array<{ x: number; words: string }>
  lanes: DrawnLane[]
  days: Array<{ x: number; words: string; isLate: boolean }>
}

export interface DrawnLane {
  y: number
  height: number
  title: string
  /** As much of the title as there is room for. */
  lines: Line[]
  count: string
  isHead: boolean
  /** Paths from the top of the lane: bins or rounds as they are, those whose days nobody gave, those only announced, and lines of threads. */
  solid: string
  faded: string
  hollow: string
  thread: string
  /** Late ones end there, before what they name. */
  names: Array<{ x: number; y: number; words: string; isLate: boolean }>
}

/** As wide as the page's column. */
export const USUAL_WIDTH = 1208
const LEFT = 208
/** On a picture for a phone, labels leave more of it to the days. */
const NARROW = 700
const NARROW_LEFT = 112
const TOP = 24
const ROW = 22
const MARK = 10
/** Width of a letter, about. */
const LETTER = 6.4
const HEIGHTS = { head: 24, process: 48, track: 70, thread: 26 }

interface Day {
  at: number
  words: string
}

/** `day` is drawn as an upright line where it lies in the window. */
export function drawingOf(reply: Reply, window: Window, day: Day, width = USUAL_WIDTH): Drawing {
  const place = scale(window, width)
  let y = TOP
  const all = [
    ...reply.lanes.map((lane, nth) => roundLane(reply, lane, nth, window, place)),
    ...threadLanes(reply, window, place),
  ]
  const lanes = all.map((lane) => {
    y += lane.height
    return { ...lane, y: y - lane.height, lines: linesOf(lane, place.left) }
  })
  return {
    width,
    height: y + 16,
    left: place.left,
    words: wordsOf(reply, window),
    ticks: ticksOf(window, place, width),
    lanes,
    days: daysIn(window, day, place, width),
  }
}

/** Where a day begins; the first at `left`. */
interface Place {
  (day: number): number
  left: number
  right: number
}

function scale({ first, last }: Window, width: number): Place {
  const left = leftOf(width)
  const place = (day: number) => round(left + ((day - first) / (last - first + 1)) * (width - left))
  return Object.assign(place, { left, right: width })
}

/** Where in a picture so wide the days begin. */
export function leftOf(width: number): number {
  return width < NARROW ? NARROW_LEFT : LEFT
}

/** Near the end the words stand before the line. */
function daysIn({ first, last }: Window, { at, words }: Day, place: Place, width: number): Drawing['days'] {
  const x = place(at + 0.5)
  return at < first || at > last ? [] : [{ x, words, isLate: x + words.length * LETTER > width - 8 }]
}

function wordsOf({ total, lanes, mode, unit }: Reply, { first, last }: Window): string {
  const span = [...new Set([first, last])].map((day) => sayDate(edtfDay(day))).join(' to ')
  const how = mode === 'bins' ? `, by ${unit}` : ''
  const processes = new Set(lanes.map(({ process }) => process)).size
  return `${span}: ${counted(total, 'round')} of ${counted(processes, 'negotiation')}${how}`
}

const TICKS = 11
/** Between one tick and the next, at least. */
const TICK = 80

function ticksOf({ first, last }: Window, place: Place, width: number): Drawing['ticks'] {
  const most = Math.max(2, Math.min(TICKS, Math.floor((width - place.left) / TICK)))
  const unit = unitFor(first, last, most)
  const from = binOf(unit, first)
  const ticks = Array.from({ length: binOf(unit, last) - from + 1 }, (_, nth) => from + nth)
  return ticks
    .filter((bin) => startOf(unit, bin) >= first)
    .map((bin) => ({ x: place(startOf(unit, bin)), words: tickWords(unit, bin) }))
    .map(({ x, words }) => ({ x, words: x + words.length * LETTER > width ? '' : words }))
}

function tickWords(unit: Unit, bin: number): string {
  const day = startOf(unit, bin)
  if (unit === 'day' || unit === 'week') return sayDate(edtfDay(day)).replace(/ \S+$/, '')
  if (unit === 'month' || unit === 'quarter') return sayBin('month', binOf('month', day))
  return sayYear(civilDate(day).year)
}

interface Rounds {
  id: number
  first: number
  last: number
  doubts: string
  label: string
}

function roundLane(reply: Reply, lane: Lane, nth: number, window: Window, place: Place): DrawnLane {
  const kind = lane.isOpen ? 'head' : lane.id.startsWith('track') ? 'track' : 'process'
  const bare = { ...empty(HEIGHTS[kind]), title: lane.title, count: String(lane.count), isHead: lane.isOpen }
  if (lane.isOpen) return bare
  return reply.rounds
    ? withRounds(bare, roundsIn(reply, nth), window, place)
    : {
        ...bare,
        solid: binsPath(reply.bins ?? [], nth, binOf(reply.unit, reply.first), reply.unit, window, place),
      }
}

function empty(height: number): DrawnLane {
  return {
    y: 0,
    height,
    title: '',
    lines: [],
    count: '',
    isHead: false,
    solid: '',
    faded: '',
    hollow: '',
    thread: '',
    names: [],
  }
}

function roundsIn({ rounds }: Reply, lane: number): Rounds[] {
  let first = 0
  return (rounds?.id ?? []).flatMap((id, nth) => {
    first += rounds?.after[nth] ?? 0
    if (rounds?.lane[nth] !== lane) return []
    return {
      id,
      first,
      last: first + (rounds.span[nth] ?? 0),
      doubts: rounds.doubts[nth] ?? '',
      label: rounds.label[nth] ?? '',
    }
  })
}

function withRounds(lane: DrawnLane, rounds: Rounds[], window: Window, place: Place): DrawnLane {
  const seen = rounds.filter(({ first, last }) => last >= window.first && first <= window.last)
  const marks = new Map(seen.map((one) => [one.id, markOf(one, place)]))
  const placed = placeInRows([...marks.values()], Math.floor((lane.height - 4) / ROW))
  const drawn = { ...lane, names: [] as DrawnLane['names'] }
  for (const one of seen) {
    const [mark, placing] = [marks.get(one.id), placed.get(one.id)]
    if (!mark || !placing || mark.x + mark.mark < place.left) continue
    const middle = 2 + placing.row * ROW + ROW / 2
    const way = one.doubts.includes('announced') ? 'hollow' : one.doubts ? 'faded' : 'solid'
    drawn[way] += pill(Math.max(mark.x, place.left), middle, mark.mark)
    if (placing.isNamed)
      drawn.names.push({ x: round(mark.x + mark.mark + 4), y: middle + 4, words: one.label, isLate: false })
  }
  return drawn
}

function markOf({ id, first, last, label }: Rounds, place: Place): Sized {
  const [from, to] = [place(first), place(last + 1)]
  const wide = Math.max(MARK, to - from)
  return { id, x: wide === MARK ? (from + to - MARK) / 2 : from, mark: wide, name: label.length * LETTER + 8 }
}

/** A dot where it is short. */
function pill(x: number, middle: number, wide: number): string {
  const r = MARK / 2
  const side = round(wide - MARK)
  return `M${round(x + r)} ${middle - r}h${side}a${r} ${r} 0 0 1 0 ${MARK}h${-side}a${r} ${r} 0 0 1 0 ${-MARK}z`
}

function binsPath(
  packed: number[][],
  lane: number,
  from: number,
  unit: Unit,
  window: Window,
  place: Place,
): string {
  const all = packed.map((one) => unpack(one, from))
  const most = Math.max(1, ...all.flat().map(({ count }) => count))
  return (all[lane] ?? [])
    .flatMap(({ bin, count }) => {
      const [first, end] = [startOf(unit, bin), startOf(unit, bin + 1)]
      if (end <= window.first || first > window.last) return []
      const [left, right] = [place(Math.max(first, window.first)), place(Math.min(end, window.last + 1))]
      const tall = round(4 + 30 * (Math.log1p(count) / Math.log1p(most)))
      return `M${left} 44v${-tall}h${round(Math.max(1.5, right - left - 0.5))}v${tall}z`
    })
    .join('')
}

function threadLanes(reply: Reply, window: Window, place: Place): DrawnLane[] {
  const sets = [
    { title: 'Proposals', set: reply.proposals },
    { title: 'Commitments', set: reply.commitments },
  ]
  return sets.flatMap(({ title, set }) => {
    if (!set || (set.threads.length === 0 && !set.bins)) return []
    const all = sayNumber(set.threads.length + set.more)
    const head = { ...empty(HEIGHTS.head), title, count: all, isHead: true }
    const packed = (set.bins ?? []).map(({ bins }) => bins)
    const from = binOf(reply.unit, reply.binned)
    const binned = (set.bins ?? []).map((lane, nth) => ({
      ...empty(HEIGHTS.process),
      title: lane.title,
      solid: binsPath(packed, nth, from, reply.unit, window, place),
    }))
    return [head, ...set.threads.map((thread) => threadLane(thread, window, place)), ...binned]
  })
}

function threadLane(thread: Thread, window: Window, place: Place): DrawnLane {
  const lane = { ...empty(HEIGHTS.thread), title: [thread.code, thread.title].filter(Boolean).join(' · ') }
  const seen = thread.steps.filter(({ at }) => at >= window.first && at <= window.last)
  const places = seen.map(({ at }) => place(at + 0.5))
  const [first] = thread.steps
  const last = thread.steps.at(-1)
  if (!first || !last) return lane
  const edge = place(window.last + 1)
  const [from, to] = [
    Math.max(place(first.at), place.left),
    Math.min(place(thread.tail?.to ?? last.at), edge),
  ]
  const middle = HEIGHTS.thread / 2
  return {
    ...lane,
    solid: places.map((x) => pill(x - MARK / 2, middle, MARK)).join(''),
    thread: to > from ? `M${from} ${middle}H${to}` : '',
    names: to < place.left ? [] : [wordOf(thread.word, middle + 4, [Math.min(from, ...places), to], place)],
  }
}

/** Behind the line, or before it where there is no room behind and some before. */
function wordOf(words: string, y: number, [from, to]: [number, number], place: Place): DrawnLane['names'][0] {
  const wide = words.length * LETTER + 10
  const isLate = to + wide > place.right && from - wide > place.left
  return { x: round(isLate ? from - 10 : to + 10), y, words, isLate }
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
