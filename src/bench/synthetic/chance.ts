/** Chance that can be repeated: the same seed gives the same choices, on any machine. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  happens(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  /** A number of times that comes to `mean` in the long run. */
  about(mean: number): number {
    const spread = mean * (0.4 + 1.2 * this.next())
    return Math.floor(spread) + (this.happens(spread % 1) ? 1 : 0)
  }

  pick<T>(some: readonly [T, ...T[]] | readonly T[]): T {
    return some[Math.floor(this.next() * some.length)] as T
  }

  /** The first ones are picked more often, as a few names are in the news all the time. */
  favoured<T>(some: readonly T[]): T {
    return some[Math.floor(this.next() ** 2 * some.length)] as T
  }

  /** By shares: `{ held: 97, scheduled: 3 }`. */
  among<T extends string>(shares: Readonly<Record<T, number>>): T {
    let whole = 0
    for (const value in shares) whole += shares[value]
    let left = this.next() * whole
    for (const value in shares) {
      left -= shares[value]
      if (left < 0) return value
    }
    throw new Error('There is nothing to choose from.')
  }

  /** One of those that are left, taken out of them. */
  take<T>(some: T[]): T | undefined {
    const at = Math.floor(this.next() * some.length)
    const taken = some[at]
    const last = some.pop()
    if (last !== undefined && at < some.length) some[at] = last
    return taken
  }
}
