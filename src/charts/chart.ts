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

/** A row that lies somewhere between two numbers, both included; null where nothing tells. */
export interface Placed {
  id: number
  between: readonly [least: number, most: number] | null
}

/** Counts each row at the step where it certainly lies. Those that may lie at several, and those of which nothing is known, stand apart. */
export function partsAlong(
  steps: readonly Step[],
  rows: Iterable<Placed>,
): { parts: Part[]; open: number[]; untold: number[] } {
  const parts = steps.map(({ key, label, isAfterCut }) => ({ key, label, isAfterCut, ids: [] as number[] }))
  const [open, untold]: [number[], number[]] = [[], []]
  for (const { id, between } of rows) {
    if (between === null) untold.push(id)
    else (parts[certainStep(steps, between)]?.ids ?? open).push(id)
  }
  return { parts, open, untold }
}

/** -1 where it may lie at several steps, or at none. Steps stand in order, so half of the rest is left out at each look. */
function certainStep(steps: readonly Step[], [least, most]: readonly [number, number]): number {
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
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null
}
