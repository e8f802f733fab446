/** What was asked for last, so much of it: what has not been asked for longest is let go. */
export class Latest<K, V> {
  readonly #most: number
  readonly #kept = new Map<K, V>()

  constructor(most: number) {
    this.#most = most
  }

  /** Made where it is not kept. */
  get(key: K, make: () => V): V {
    const value = this.#kept.has(key) ? (this.#kept.get(key) as V) : make()
    // The one asked for last stands last.
    this.#kept.delete(key)
    this.#kept.set(key, value)
    for (const old of this.#kept.keys()) if (this.#kept.size > this.#most) this.#kept.delete(old)
    return value
  }

  delete(key: K): void {
    this.#kept.delete(key)
  }
}
