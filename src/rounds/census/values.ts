import { Bits } from './bits.ts'
import { UNKNOWN } from './facets.ts'

/** The values of one facet, each known by a number: who has them, and what each slot has. */
export class FacetValues {
  readonly #values: string[] = []
  readonly #numbers = new Map<string, number>()
  /** Slots by the number of a value. */
  readonly #having: number[][] = []
  /** Numbers of values by slot. */
  readonly #of: number[][] = []

  /** The next slot, with each of its values once; one that has none is of an unknown value. */
  enter(values: Iterable<string> = []): void {
    const some = [...new Set(values)]
    const numbers = (some.length > 0 ? some : [UNKNOWN]).map((value) => this.#numberOf(value))
    for (const number of numbers) this.#having[number]?.push(this.#of.length)
    this.#of.push(numbers)
  }

  valuesOf(slot: number): string[] {
    const values = (this.#of[slot] ?? []).map((number) => this.#values[number] ?? UNKNOWN)
    return values[0] === UNKNOWN ? [] : values
  }

  having(values: Iterable<string>): Bits {
    const bits = new Bits(this.#of.length)
    for (const value of values)
      for (const slot of this.#having[this.#numbers.get(value) ?? -1] ?? []) bits.add(slot)
    return bits
  }

  /** Slots with any of the values, and with no other. */
  havingOnly(values: ReadonlySet<string>): Bits {
    return this.having(values).minus(this.having(this.#values.filter((value) => !values.has(value))))
  }

  /** Slots with more than one value. */
  havingSeveral(): Bits {
    const bits = new Bits(this.#of.length)
    this.#of.forEach((numbers, slot) => {
      if (numbers.length > 1) bits.add(slot)
    })
    return bits
  }

  /** How many of these slots have each value; values that none has are left out. */
  tally(among: Bits): Map<string, number> {
    const counts = new Uint32Array(this.#values.length)
    among.each((slot) => {
      for (const number of this.#of[slot] ?? []) counts[number] = (counts[number] ?? 0) + 1
    })
    const tally = new Map<string, number>()
    counts.forEach((count, number) => {
      if (count > 0) tally.set(this.#values[number] ?? UNKNOWN, count)
    })
    return tally
  }

  #numberOf(value: string): number {
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    const number = this.#values.push(value) - 1
    this.#numbers.set(value, number)
    this.#having.push([])
    return number
  }
}
