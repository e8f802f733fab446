/* All rounds that the filter finds, in one strip, whatever the window: where they lie, and how thickly. */
import { binOf, sayYear, startOf, type Unit, units } from '../kernel/calendar.ts'
import { civilDate, dayNumber } from '../kernel/days.ts'
import { type Piece, placeOn, scaleOf } from '../kernel/scale.ts'
import { counted } from '../kernel/words.ts'
import type { Columns } from './columns.ts'
import type { Window } from './window.ts'

export interface Overview {
  /** Days and places, for the handles of the window. */
  pieces: Piece[]
  /** Of a drawing 1000 wide and 40 high. */
  bars: string
  /** In per cent of the width. */
  ticks: Array<{ percent: string; words: string }>
  cuts: string[]
  /** Where the window lies in it, for who has no handles. */
  window: { x: string; width: string }
  /** "All 168 rounds, by year" */
  words: string
  /** What the cuts leave out; empty where there are none. */
  cutWords: string
}

const WIDTH = 1000
const HEIGHT = 40
const BINS = 200
/** A gap that takes more of the scale than this is cut out of it. */
const LONG_GAP = 0.3

/** Kept with the columns: it is the same whatever the window. */
const strips = new WeakMap<Columns, Strip>()
type Strip = Omit<Overview, 'window'>

/** Null where nothing is found. */
export function overviewOf(columns: Columns, window: Window): Overview | null {
  if (columns.size === 0) return null
  const strip = strips.get(columns) ?? stripOf(columns)
  strips.set(columns, strip)
  return { ...strip, window: windowIn(strip.pieces, window) }
}

function stripOf(columns: Columns): Strip {
  const coarse = countsBy(columns, coarsest(columns))
  const pieces = scaleOf(
    coarse.map(({ first, last }) => ({ first: first - 1, last })),
    LONG_GAP,
  )
  const unit = units.find((one) => binsIn(pieces, one) <= BINS) ?? 'millennium'
  return {
    pieces,
    bars: barsOf(countsBy(columns, unit), pieces),
    ticks: pieces.flatMap((piece) => ticksOf(piece)),
    cuts: pieces.slice(1).map(({ from }, nth) => place((from + (pieces[nth]?.to ?? from)) / 2)),
    words: `All ${counted(columns.size, 'round')}, by ${unit}`,
    cutWords: cutWords(pieces),
  }
}

function windowIn(pieces: Piece[], { first, last }: Window): Overview['window'] {
  const [from, to] = [placeOn(pieces, first), placeOn(pieces, last + 1)]
  return { x: place(from), width: place(to - from) }
}

function coarsest({ day, size }: Columns): Unit {
  const [first, last] = [day[0] ?? 0, day[size - 1] ?? 0]
  return units.find((unit) => binOf(unit, last) - binOf(unit, first) < BINS * 2) ?? 'millennium'
}

function binsIn(pieces: Piece[], unit: Unit): number {
  return pieces.reduce((sum, { first, last }) => sum + binOf(unit, last) - binOf(unit, first) + 1, 0)
}

interface Count {
  first: number
  last: number
  count: number
}

function countsBy({ day, size }: Columns, unit: Unit): Count[] {
  const counts: Count[] = []
  let now: Count | undefined
  for (let nth = 0; nth < size; nth++) {
    const at = day[nth] ?? 0
    if (now && at <= now.last) {
      now.count++
      continue
    }
    const bin = binOf(unit, at)
    now = { first: startOf(unit, bin), last: startOf(unit, bin + 1) - 1, count: 1 }
    counts.push(now)
  }
  return counts
}

/** One path for all of them: the square root lets a single round be seen beside a thousand. */
function barsOf(counts: Count[], pieces: Piece[]): string {
  const most = Math.max(...counts.map(({ count }) => count))
  return counts
    .map(({ first, last, count }) => {
      const [left, right] = [placeOn(pieces, first) * WIDTH, placeOn(pieces, last + 1) * WIDTH]
      const tall = Math.max(2, Math.sqrt(count / most) * (HEIGHT - 4))
      return `M${short(left)} ${HEIGHT}v${short(-tall)}h${short(Math.max(1.5, right - left - 0.4))}V${HEIGHT}z`
    })
    .join('')
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
/** Of the scale, between two years that are written under it. */
const TICK = 0.07

function ticksOf(piece: Piece): Overview['ticks'] {
  const [from, to] = [civilDate(piece.first).year, civilDate(piece.last).year]
  const room = Math.max(1, Math.floor((piece.to - piece.from) / TICK))
  const step = STEPS.find((one) => (to - from) / one <= room) ?? 20_000
  const years: number[] = []
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) years.push(year)
  return (years.length > 0 ? years : [from]).map((year) => ({
    percent: `${short(placeOn([piece], dayNumber({ year, month: 1, day: 1 })) * 100)}%`,
    words: sayYear(year),
  }))
}

function cutWords(pieces: Piece[]): string {
  const cuts = pieces.slice(1).map(({ first }, nth) => {
    const [from, to] = [pieces[nth]?.last ?? 0, first].map((day) => sayYear(civilDate(day).year))
    return `between ${from} and ${to}`
  })
  return cuts.length === 0 ? '' : `The scale is cut ${cuts.join(' and ')}`
}

function place(share: number): string {
  return short(share * WIDTH)
}

function short(number: number): string {
  return String(Math.round(number * 10) / 10)
}
