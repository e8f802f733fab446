import { Bits } from './bits.ts'
import { UNKNOWN } from './facets.ts'
import { Numbers } from './numbers.ts'
import { Tally } from './tally.ts'

/** The values of one facet, each known by a number: who has them, and what each slot has. */
export class FacetValues {
  readonly #values: string[] = []
  readonly #numbers = new Map<string, number>()
  /** Slots by the number of a value. */
  readonly #having: number[][] = []
  /** Numbers of values, those of each slot after those of the slot before. */
  readonly #of = new Numbers()
  /** Where in `of` those of each slot begin, and those of the last end. */
  readonly #starts = new Numbers()

  constructor() {
    this.#starts.push(0)
  }

  get #slots(): number {
    return this.#starts.size - 1
  }

  /** The next slot, with each of its values once; one that has none is of an unknown value. */
  enter(values: Iterable<string> = []): void {
    const slot = this.#slots
    for (const value of new Set(values)) this.#note(slot, value)
    if (this.#of.size === this.#start(slot)) this.#note(slot, UNKNOWN)
    this.#starts.push(this.#of.size)
  }

  valuesOf(slot: number): string[] {
    const numbers = this.#of.all().subarray(this.#start(slot), this.#start(slot + 1))
    const values = Array.from(numbers, (number) => this.#values[number] ?? UNKNOWN)
    return values[0] === UNKNOWN ? [] : values
  }

  having(values: Iterable<string>): Bits {
    const bits = new Bits(this.#slots)
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
    const bits = new Bits(this.#slots)
    const starts = this.#starts.all()
    for (let slot = 0; slot < this.#slots; slot++)
      if ((starts[slot + 1] ?? 0) - (starts[slot] ?? 0) > 1) bits.add(slot)
    return bits
  }

  tally(among: Bits): Tally {
    const counts = new Uint32Array(this.#values.length)
    const [numbers, starts] = [this.#of.all(), this.#starts.all()]
    for (const slot of among.members()) {
      const end = starts[slot + 1] as number
      for (let at = starts[slot] as number; at < end; at++) (counts[numbers[at] as number] as number)++
    }
    return new Tally({ values: this.#values, numbers: this.#numbers }, counts)
  }

  #start(slot: number): number {
    return this.#starts.all()[slot] ?? 0
  }

  #note(slot: number, value: string): void {
    const number = this.#numberOf(value)
    this.#having[number]?.push(slot)
    this.#of.push(number)
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
