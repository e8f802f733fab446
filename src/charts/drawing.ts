import { sayNumber } from '../kernel/words.ts'
import { type Chart, countOf, type Part, told } from './chart.ts'

/** A mark of a chart; every place and width is in per cent of the drawing's width. */
export interface Mark {
  x: string
  width: string
  y: number
  height: number
  /** What can be pressed is taller than the bar. */
  hit: { y: number; height: number }
  /** Printed by the mark; empty where there is no room. */
  count: string
  /** Where the count begins, or its middle. */
  countX: string
  label: string
  href: string
  /** "July 2025: 3" */
  name: string
}

export interface Drawing {
  height: number
  isColumns: boolean
  marks: Mark[]
  /** Under columns: a few of their names. */
  /** Where the scale is cut. */
  cuts: string[]
  ticks: Array<{ x: string; label: string; anchor: string; isMinor: boolean }>
}

type Links = (part: Part) => string

const COLUMNS_HEIGHT = 150
const HEAD = 18
const BAR = 40
/** Counts stand over columns where there are no more than these. */
const ROOMY = 36
/** Leaves room for the count behind the longest bar. */
const BARS_WIDE = 86

export function drawingOf(chart: Chart, links: Links): Drawing {
  return chart.shape === 'columns' ? columnsOf(chart.parts, links) : barsOf(told(chart.parts), links)
}

function columnsOf(parts: readonly Part[], links: Links): Drawing {
  const most = mostOf(parts)
  const cuts = parts.filter(({ isAfterCut }) => isAfterCut).length
  const wide = 100 / Math.max(parts.length + cuts, 6)
  let cutsSoFar = 0
  const places = parts.map((part, at) => {
    if (part.isAfterCut) cutsSoFar++
    return { part, x: (at + cutsSoFar) * wide }
  })
  const marks = places.flatMap(({ part, x }) => {
    const count = countOf(part)
    if (count === 0) return []
    const height = Math.max(2, Math.round((count / most) * COLUMNS_HEIGHT))
    return [
      {
        ...nameOf(part, links),
        x: per(x + wide * 0.1),
        width: per(wide * 0.8),
        y: HEAD + COLUMNS_HEIGHT - height,
        height,
        hit: { y: HEAD, height: COLUMNS_HEIGHT },
        count: parts.length <= ROOMY ? sayNumber(count) : '',
        countX: per(x + wide / 2),
      },
    ]
  })
  return {
    height: HEAD + COLUMNS_HEIGHT + 22,
    isColumns: true,
    marks,
    ticks: ticksOf(places, wide),
    cuts: places.filter(({ part }) => part.isAfterCut).map(({ x }) => per(x - wide / 2)),
  }
}

/** Per cent of the width that a name under a column needs. */
const TICK = 14

/** The first, behind each cut, and as many more as find room; on a phone every other one does. */
function ticksOf(places: ReadonlyArray<{ part: Part; x: number }>, wide: number): Drawing['ticks'] {
  const ticks: Drawing['ticks'] = []
  let free = 0
  for (const { part, x } of places) {
    if (x < free) continue
    free = x + TICK
    const isLast = x > 100 - TICK / 2
    ticks.push({
      x: per(isLast ? x + wide * 0.9 : x + wide * 0.1),
      label: shortOf(part.label),
      anchor: isLast ? 'end' : 'start',
      isMinor: ticks.length % 2 === 1,
    })
  }
  return ticks
}

/** "Jul 2025" for July 2025, "1640" for 1640 to 1649. */
function shortOf(label: string): string {
  const [first = ''] = label.split(' to ')
  const [month = '', year = ''] = first.split(' ')
  if (/^\d/.test(first)) return first
  return `${month.slice(0, 3)} ${year || (label.match(/\d+$/)?.[0] ?? '')}`
}

function barsOf(parts: readonly Part[], links: Links): Drawing {
  const most = mostOf(parts)
  const marks = parts.map((part, at) => {
    const width = Math.max(0.6, (countOf(part) / most) * BARS_WIDE)
    return {
      ...nameOf(part, links),
      x: '0',
      width: per(width),
      y: at * BAR + 18,
      height: 14,
      hit: { y: at * BAR, height: 36 },
      count: sayNumber(countOf(part)),
      countX: per(width),
    }
  })
  return { height: Math.max(1, parts.length) * BAR, isColumns: false, marks, ticks: [], cuts: [] }
}

function nameOf(part: Part, links: Links) {
  return { label: part.label, href: links(part), name: `${part.label}: ${sayNumber(countOf(part))}` }
}

function mostOf(parts: readonly Part[]): number {
  return Math.max(1, ...parts.map(countOf))
}

function per(place: number): string {
  return `${Math.round(place * 100) / 100}%`
}
