import { binOf, startOf, type Unit } from '../kernel/calendar.ts'

/** The first days of the bins that a span of days touches. */
export function edgesOf(unit: Unit, first: number, last: number): number[] {
  const from = binOf(unit, first)
  return Array.from({ length: binOf(unit, last) - from + 1 }, (_, nth) => startOf(unit, from + nth))
}

/** Counts by bin, for one lane. */
export class Bins {
  readonly #edges: readonly number[]
  readonly #counts: Uint32Array
  readonly #flags: Uint8Array
  #at = 0

  constructor(edges: readonly number[]) {
    this.#edges = edges
    this.#counts = new Uint32Array(edges.length)
    this.#flags = new Uint8Array(edges.length)
  }

  /** Days may come in any order, and fastest in their own. */
  count(day: number): void {
    while (this.#at > 0 && day < (this.#edges[this.#at] ?? 0)) this.#at--
    while (this.#at < this.#edges.length - 1 && day >= (this.#edges[this.#at + 1] ?? 0)) this.#at++
    this.add(this.#at, 1)
  }

  add(at: number, count: number, flags = 0): void {
    this.#counts[at] = (this.#counts[at] ?? 0) + count
    this.#flags[at] = (this.#flags[at] ?? 0) | flags
  }

  /** Three numbers for each bin that holds something: how far behind the one before it, the count, flags. */
  packed(): number[] {
    const packed: number[] = []
    let before = 0
    this.#counts.forEach((count, at) => {
      if (count === 0) return
      packed.push(at - before, count, this.#flags[at] ?? 0)
      before = at
    })
    return packed
  }
}
