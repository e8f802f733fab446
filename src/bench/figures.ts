/* What was measured, as lines of one table: a column for each size, and what was wanted. */

export interface Figure {
  name: string
  /** What stands under each size, by the number of rounds. */
  cells: Map<number, string>
  /** From the smallest size to the largest: "× 1.2". */
  growth?: string
  goal?: Goal
}

export interface Goal {
  /** "≤ 3 × the raw engine" */
  words: string
  isReached: boolean
}

/** A Markdown table, which a terminal shows as well. */
export function tableOf(sizes: number[], figures: Figure[]): string {
  const head = ['', ...sizes.map((size) => size.toLocaleString('en')), 'growth', 'goal']
  const lines = figures.map(({ name, cells, growth = '', goal }) => [
    ...[name, ...sizes.map((size) => cells.get(size) ?? '')],
    ...[growth, goal ? `${goal.words}: ${goal.isReached ? 'reached' : '**not reached**'}` : ''],
  ])
  const wide = head.map((word, at) => Math.max(word.length, ...lines.map((line) => line[at]?.length ?? 0)))
  const print = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(wide[at] ?? 0)).join(' | ')} |`
  return [print(head), `|${wide.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(print)].join(
    '\n',
  )
}

export function times(ratio: number): string {
  if (!Number.isFinite(ratio)) return ''
  return `× ${ratio.toFixed(ratio < 10 ? 1 : 0)}`
}

export function milliseconds(spent: number): string {
  return `${spent.toFixed(spent < 100 ? 1 : 0)} ms`
}

/** `most` is wanted at the largest size. */
export function atMost(words: string, most: number, value: number | undefined): Goal {
  return { words: `≤ ${words}`, isReached: value !== undefined && value <= most }
}

/** A line of numbers by size, each of which is to be so much at most. */
export function bounded(
  name: string,
  numbers: Map<number, number>,
  say: (number: number) => string,
  most: number,
): Figure {
  const cells = new Map([...numbers].map(([size, number]) => [size, say(number)]))
  return { name, cells, goal: atMost(say(most), most, [...numbers.values()].at(-1)) }
}

/** The number that 95 of 100 do not exceed. */
export function p95(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * 0.95) - 1] ?? Number.NaN
}
