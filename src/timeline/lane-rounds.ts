import { Bins } from './bins.ts'
import { below, dayOf, type Span, Spans } from './spans.ts'
import type { Window } from './window.ts'

export const DISPUTED = 1
export const ANNOUNCED = 2

export interface Flagged extends Span {
  /** DISPUTED for disputed fields, ANNOUNCED for what was only announced. */
  flags: number
}

/** The rounds of one lane: counted for any window in steps that hardly grow with their number. */
export class LaneRounds {
  readonly #all: Dated
  readonly #disputed: Dated
  readonly #announced: Dated

  constructor(rounds: readonly Flagged[]) {
    this.#all = new Dated(rounds)
    this.#disputed = new Dated(rounds.filter(({ flags }) => flags & DISPUTED))
    this.#announced = new Dated(rounds.filter(({ flags }) => flags & ANNOUNCED))
  }

  /** Those that may have overlapped the window. */
  overlapping(window: Window): number {
    return this.#all.spans.overlapping(window)
  }

  /** How many of them lie in each bin. `edges` are the first days of the bins, which fill the window. */
  bins(edges: readonly number[], window: Window): Bins {
    const bins = new Bins(edges)
    this.#all.eachBin(edges, window, (at, count) => bins.add(at, count))
    this.#disputed.eachBin(edges, window, (at) => bins.add(at, 0, DISPUTED))
    this.#announced.eachBin(edges, window, (at) => bins.add(at, 0, ANNOUNCED))
    return bins
  }
}

class Dated {
  readonly spans: Spans
  readonly #days: Int32Array

  constructor(spans: readonly Span[]) {
    this.spans = new Spans(spans)
    this.#days = Int32Array.from(spans, dayOf).sort()
  }

  /** Calls with each bin that holds some; those that reach in from outside are told of the bin at the edge besides. */
  eachBin(edges: readonly number[], window: Window, visit: (at: number, count: number) => void): void {
    const told = (at: number, count: number) => count > 0 && visit(at, count)
    told(0, this.spans.reachingIn(window))
    told(edges.length - 1, this.spans.reachingBack(window))
    const days = this.#days
    const end = below(days, window.last + 1)
    for (let nth = below(days, window.first), at = 0; nth < end; at++) {
      const next = Math.min(end, below(days, edges[at + 1] ?? window.last + 1, nth))
      told(at, next - nth)
      nth = next
    }
  }
}
