import { UNKNOWN } from './facets.ts'

export type Count = readonly [value: string, count: number]

/** Values of a facet, numbered as they were met. */
export interface Vocabulary {
  values: readonly string[]
  numbers: ReadonlyMap<string, number>
}

/** How many rounds have each value of a facet; a value that none has is not among them. */
export class Tally implements Iterable<Count> {
  readonly #of: Vocabulary
  /** By the number of the value. */
  readonly #counts: Uint32Array
  readonly size: number
  #most: { few: number; counts: Count[] } | null = null

  constructor(of: Vocabulary, counts: Uint32Array) {
    this.#of = of
    this.#counts = counts
    let size = 0
    for (const count of counts) if (count > 0) size++
    this.size = size
  }

  /** 0 where none has it. */
  get(value: string): number {
    return this.#counts[this.#of.numbers.get(value) ?? -1] ?? 0
  }

  [Symbol.iterator](): Iterator<Count> {
    return this.all()[Symbol.iterator]()
  }

  all(): Count[] {
    const all: Count[] = []
    this.#counts.forEach((count, number) => {
      if (count > 0) all.push([this.#of.values[number] ?? UNKNOWN, count])
    })
    return all
  }

  /** The rounds counted here without those counted there, all of which are among them. */
  minus(other: Tally): Tally {
    return new Tally(
      this.#of,
      this.#counts.map((count, number) => count - (other.#counts[number] ?? 0)),
    )
  }

  /** The few that are had most often, without those of which nothing is known; of two had as often, the value that sorts first. */
  mostFrequent(few: number): Count[] {
    if (this.#most === null || this.#most.few < few) this.#most = { few, counts: this.#first(few) }
    return this.#most.counts.slice(0, few)
  }

  #first(few: number): Count[] {
    const first: Count[] = []
    // Of tens of thousands of values hardly any is among them, so no more is looked at than its number.
    for (let number = 0, least = 1; number < this.#counts.length; number++) {
      const count = this.#counts[number] ?? 0
      const value = this.#of.values[number] ?? UNKNOWN
      if (count < least || value === UNKNOWN) continue
      const place = first.findIndex(([other, often]) => often < count || (often === count && value < other))
      if (place >= 0) first.splice(place, 0, [value, count])
      else if (first.length < few) first.push([value, count])
      first.length = Math.min(first.length, few)
      if (first.length === few) least = first.at(-1)?.[1] ?? 1
    }
    return first
  }
}
