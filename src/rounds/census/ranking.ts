/** More at once than these are sorted together; fewer find their places one by one. */
const FEW = 500

/** Slots in an order that is kept as slots are added. */
export class Ranking<K extends number | string> {
  readonly #key: (slot: number) => K
  readonly #id: (slot: number) => number
  #slots: number[] = []
  #added: number[] = []

  constructor(key: (slot: number) => K, id: (slot: number) => number) {
    this.#key = key
    this.#id = id
  }

  add(slots: readonly number[]): void {
    for (const slot of slots) this.#added.push(slot)
  }

  slots(): readonly number[] {
    if (this.#added.length > FEW) this.#slots = [...this.#slots, ...this.#added].sort(this.#compare)
    else for (const slot of this.#added) this.#slots.splice(this.#placeOf(slot), 0, slot)
    this.#added = []
    return this.#slots
  }

  #placeOf(slot: number): number {
    let [from, to] = [0, this.#slots.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#compare(this.#slots[middle] ?? 0, slot) < 0) from = middle + 1
      else to = middle
    }
    return from
  }

  readonly #compare = (a: number, b: number): number => {
    const [one, other] = [this.#key(a), this.#key(b)]
    return one < other ? -1 : one > other ? 1 : this.#id(a) - this.#id(b)
  }
}
