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
  // Beside them: of most lanes these alone tell.
  readonly #earliest: number
  readonly #latest: number
  /** All of them have begun by the one, and none has ended before the other. */
  readonly #allFrom: number
  readonly #noneTo: number

  constructor(spans: readonly Span[]) {
    const begun = spans.filter(({ first }) => first !== -OPEN)
    const sorted = (some: readonly Span[], of: (span: Span) => number) => Int32Array.from(some, of).sort()
    this.#firsts = sorted(begun, ({ first }) => first)
    this.#lasts = sorted(begun, ({ last }) => last)
    this.#ends = sorted(
      spans.filter(({ first }) => first === -OPEN),
      ({ last }) => last,
    )
    this.#earliest = this.#ends.length === 0 ? (this.#firsts[0] ?? OPEN) : -OPEN
    this.#latest = Math.max(this.#lasts.at(-1) ?? -OPEN, this.#ends.at(-1) ?? -OPEN)
    this.#allFrom = this.#firsts.at(-1) ?? -OPEN
    this.#noneTo = this.#lasts[0] ?? OPEN
  }

  /** Those that may have overlapped the window. */
  overlapping({ first, last }: Window): number {
    if (this.#latest < first || this.#earliest > last) return 0
    if (this.#ends.length === 0 && this.#noneTo >= first && this.#allFrom <= last) return this.#firsts.length
    const [begun, ended] = [below(this.#firsts, last + 1), below(this.#lasts, first)]
    return begun - ended + this.#ends.length - below(this.#ends, first)
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
