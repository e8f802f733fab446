import { OPEN } from '../kernel/edtf.ts'
import type { Window } from './window.ts'

/** A span of days; open ends are ±OPEN. It is counted by its first day, or by its last where no first is known. */
export interface Span {
  first: number
  last: number
}

export function dayOf({ first, last }: Span): number {
  return first === -OPEN ? last : first
}

/** Many spans, of which a few steps tell how many meet a window. */
export class Spans {
  // Each in order by itself: how many began before a day, less how many ended before it, are those that reach into it.
  readonly #firsts: Int32Array
  readonly #lasts: Int32Array
  /** Last days where no first is known. */
  readonly #ends: Int32Array

  constructor(spans: readonly Span[]) {
    const begun = spans.filter(({ first }) => first !== -OPEN)
    this.#firsts = Int32Array.from(begun, ({ first }) => first).sort()
    this.#lasts = Int32Array.from(begun, ({ last }) => last).sort()
    this.#ends = Int32Array.from(
      spans.filter(({ first }) => first === -OPEN),
      ({ last }) => last,
    ).sort()
  }

  /** Those that may have overlapped the window. */
  overlapping({ first, last }: Window): number {
    const [firsts, lasts, ends] = [this.#firsts, this.#lasts, this.#ends]
    // Most lanes lie in a wide window as a whole.
    if (ends.length === 0 && (lasts[0] ?? first) >= first && (firsts.at(-1) ?? last) <= last)
      return firsts.length
    return (
      below(this.#firsts, last + 1) - below(this.#lasts, first) + this.#ends.length - below(this.#ends, first)
    )
  }

  /** Those counted before the window that reach into it. */
  reachingIn({ first }: Window): number {
    return below(this.#firsts, first) - below(this.#lasts, first)
  }

  /** Those counted after the window that may have begun before its end. */
  reachingBack({ last }: Window): number {
    return this.#ends.length - below(this.#ends, last + 1)
  }
}

/** How many of the numbers, which are in order, are less than this; so many are known to be. */
export function below(sorted: Int32Array, number: number, known = 0): number {
  let [from, to] = [known, sorted.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((sorted[middle] as number) < number) from = middle + 1
    else to = middle
  }
  return from
}
