/** A round as the charts count it. Days are counted from 1970-01-01; an open end is ±OPEN. */
export interface Dated {
  id: number
  track: number
  first: number
  last: number
}
/** Goes through rounds in the order of their first day; there may be a hundred thousand. */
export type EachRound = (visit: (round: Dated) => void) => void

/** What a bar counts; its list shows the same. */
export type Counted = 'round' | 'proposal' | 'commitment'

/** A bar of a chart, or what stands apart from the bars: so many rows, and which. */
export interface Part {
  /** Names it in the address of its list. */
  key: string
  label: string
  ids: readonly number[]
  /** Instead of ids, where a list that is there already has exactly these rows. */
  listed?: { count: number; href: string }
  /** What else is to be said of it: "of 12 rounds". */
  note?: string
  /** Before it the scale was cut: nothing lies there for long. */
  isAfterCut?: boolean
}

export interface Chart {
  name: ChartName
  title: string
  /** What is counted, and how. */
  words: string
  counts: Counted
  /** Drawn as columns along the calendar, else as bars one beneath the other. */
  shape: 'columns' | 'bars'
  /** In the order in which they are drawn. */
  parts: Part[]
  /** Rows that no bar can hold: their dates leave open which, or nothing is recorded. */
  apart: Part[]
  /** What was left out, in words; empty where nothing was. */
  limit: string
}

export const chartNames = [
  'months',
  'gaps',
  'lengths',
  'venues',
  'hosts',
  'heads',
  'answers',
  'commitments',
] as const
export type ChartName = (typeof chartNames)[number]

/** A stretch of a scale: from this number up to but not including that. */
export interface Step {
  key: string
  label: string
  from: number
  to: number
  isAfterCut?: boolean
}

/** Counts rows along a scale: each at the step where it certainly lies. */
export class Placing {
  readonly parts: Array<Part & { ids: number[] }>
  /** Those that may lie at several steps, or at none. */
  readonly open: number[] = []
  /** Those of which nothing tells where. */
  readonly untold: number[] = []
  readonly #steps: readonly Step[]

  constructor(steps: readonly Step[]) {
    this.#steps = steps
    this.parts = steps.map(({ key, label, isAfterCut }) => ({ key, label, isAfterCut, ids: [] }))
  }

  /** The row lies somewhere from `least` to `most`, both included. */
  place(id: number, least: number, most: number): void {
    const ids = this.parts[certainStep(this.#steps, least, most)]?.ids ?? this.open
    ids.push(id)
  }
}

/** -1 where it may lie at several steps, or at none. Steps stand in order, so half of the rest is left out at each look. */
function certainStep(steps: readonly Step[], least: number, most: number): number {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle]?.from ?? 0) <= least) low = middle + 1
    else high = middle
  }
  return most < (steps[low - 1]?.to ?? Number.NEGATIVE_INFINITY) ? low - 1 : -1
}

export function countOf({ ids, listed }: Part): number {
  return listed?.count ?? ids.length
}

/** Those that hold something. */
export function told(parts: readonly Part[]): Part[] {
  return parts.filter((part) => countOf(part) > 0)
}

/** Steps of a scale from their lower ends; the last has no end. */
export function stepsFrom(steps: ReadonlyArray<readonly [from: number, key: string, label: string]>): Step[] {
  return steps.map(([from, key, label], at) => ({
    key,
    label,
    from,
    to: steps[at + 1]?.[0] ?? Number.POSITIVE_INFINITY,
  }))
}

/** The one in the middle; of an even number the lower of the two. */
export function middleOf(numbers: readonly number[]): number | null {
  return Float64Array.from(numbers).sort()[Math.floor((numbers.length - 1) / 2)] ?? null
}
