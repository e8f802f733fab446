import { Bits } from './bits.ts'
import { type FacetName, facetNames, UNKNOWN } from './facets.ts'
import { Ranking } from './ranking.ts'

/** What the census knows of a round. Days are counted from 1970-01-01; open ends are ±OPEN (kernel/edtf.ts). */
export interface Counted {
  id: number
  track: number
  process: number
  first: number
  last: number
  /** Folded, to put in order by. */
  title: string
  /** Its values of each facet; a facet that it has no value of may be left out. */
  values: Partial<Record<FacetName, Iterable<string>>>
}

/** A round as it stands in its slot. */
interface Standing extends Counted {
  values: Record<FacetName, readonly string[]>
}

export type Order = 'date' | '-date' | 'title'

/** Where fewer than one round in so many is to be counted, each is asked what it has; else each value who has it. */
const SPARSE = 16

/**
 * All rounds that stand, in memory, by what they are chosen and counted by. Every round has a slot; one that changes
 * leaves its slot and enters anew in another, so that the lists of slots behind a value only ever grow.
 */
export class Census {
  readonly #rounds: Standing[] = []
  // Beside the rounds: so a pass over all days touches nothing else.
  readonly #firsts: number[] = []
  readonly #lasts: number[] = []
  readonly #slots = new Map<number, number>()
  readonly #having = new Map<FacetName, Map<string, number[]>>(facetNames.map((name) => [name, new Map()]))
  readonly #idAt = (slot: number) => this.#at(slot).id
  readonly #byDate = new Ranking((slot) => this.#at(slot).first, this.#idAt)
  readonly #byTitle = new Ranking((slot) => this.#at(slot).title, this.#idAt)
  #standing: Bits | null = null
  /** Of all that stand. */
  #tallies = new Map<FacetName, Map<string, number>>()

  /** A round that is there already is replaced. */
  enter(rounds: readonly Counted[]): void {
    this.leave(rounds.map(({ id }) => id))
    const entered = rounds.map((round) => this.#enter(round))
    for (const ranking of [this.#byDate, this.#byTitle]) ranking.add(entered)
  }

  leave(ids: readonly number[]): void {
    for (const id of ids) this.#slots.delete(id)
    this.#standing = null
    this.#tallies.clear()
  }

  /** Slots left behind; when they are many, it is cheaper to begin anew. */
  get left(): number {
    return this.#rounds.length - this.#slots.size
  }

  get size(): number {
    return this.#slots.size
  }

  standing(): Bits {
    this.#standing ??= Bits.of(this.#rounds.length, this.#slots.values())
    return this.#standing
  }

  /** What a round has of a facet: nothing where it has none, or does not stand. */
  valuesOf(id: number, facet: FacetName): readonly string[] {
    const slot = this.#slots.get(id)
    const values = slot === undefined ? [] : this.#at(slot).values[facet]
    return values[0] === UNKNOWN ? [] : values
  }

  /** Rounds with any of the values. */
  having(facet: FacetName, values: Iterable<string>): Bits {
    const bits = new Bits(this.#rounds.length)
    for (const value of values) for (const slot of this.#having.get(facet)?.get(value) ?? []) bits.add(slot)
    return bits
  }

  /** Rounds with any of the values, and with no other. */
  havingOnly(facet: FacetName, values: ReadonlySet<string>): Bits {
    const others = [...(this.#having.get(facet)?.keys() ?? [])].filter((value) => !values.has(value))
    return this.having(facet, values).minus(this.having(facet, others))
  }

  /** Rounds with more than one value. */
  havingSeveral(facet: FacetName): Bits {
    const [some, several] = [new Bits(this.#rounds.length), new Bits(this.#rounds.length)]
    for (const slots of this.#having.get(facet)?.values() ?? [])
      for (const slot of slots) (some.has(slot) ? several : some).add(slot)
    return several
  }

  /** The rounds of these ids; who is not among those that stand is passed over. */
  among(ids: Iterable<number>): Bits {
    const bits = new Bits(this.#rounds.length)
    for (const id of ids) {
      const slot = this.#slots.get(id)
      if (slot !== undefined) bits.add(slot)
    }
    return bits
  }

  /** Rounds whose first and last day meet the condition. */
  dated(meets: (first: number, last: number) => boolean): Bits {
    const bits = new Bits(this.#rounds.length)
    for (let slot = 0; slot < this.#rounds.length; slot++)
      if (meets(this.#firsts[slot] as number, this.#lasts[slot] as number)) bits.add(slot)
    return bits
  }

  /** How many of these have each value; values that none has are left out. */
  tally(facet: FacetName, among: Bits): ReadonlyMap<string, number> {
    if (among === this.#standing) return this.#tallyOfAll(facet, among)
    return among.count() * SPARSE < this.size ? this.#asked(facet, among) : this.#counted(facet, among)
  }

  each(among: Bits, visit: (round: Counted) => void): void {
    for (const slot of this.#byDate.slots()) if (among.has(slot)) visit(this.#at(slot))
  }

  /** Ids in order; those of one day or title by their id, in the same direction. */
  ids(among: Bits, order: Order, offset = 0, limit = Number.POSITIVE_INFINITY): number[] {
    const slots = (order === 'title' ? this.#byTitle : this.#byDate).slots()
    const ids: number[] = []
    const isDown = order === '-date'
    let passed = 0
    for (let nth = 0; nth < slots.length && ids.length < limit; nth++) {
      const slot = slots[isDown ? slots.length - 1 - nth : nth] ?? 0
      if (among.has(slot) && passed++ >= offset) ids.push(this.#idAt(slot))
    }
    return ids
  }

  #tallyOfAll(facet: FacetName, standing: Bits): ReadonlyMap<string, number> {
    const counts = this.#tallies.get(facet) ?? this.#counted(facet, standing)
    this.#tallies.set(facet, counts)
    return counts
  }

  #counted(facet: FacetName, among: Bits): Map<string, number> {
    const counts = new Map<string, number>()
    for (const [value, slots] of this.#having.get(facet) ?? []) {
      let count = 0
      for (const slot of slots) if (among.has(slot)) count++
      if (count > 0) counts.set(value, count)
    }
    return counts
  }

  #asked(facet: FacetName, among: Bits): Map<string, number> {
    const counts = new Map<string, number>()
    for (const slot of among.members())
      for (const value of this.#at(slot).values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
    return counts
  }

  #at(slot: number): Standing {
    return this.#rounds[slot] as Standing
  }

  #enter(round: Counted): number {
    const values = valuesOf(round)
    const slot = this.#rounds.push({ ...round, values }) - 1
    this.#firsts.push(round.first)
    this.#lasts.push(round.last)
    this.#slots.set(round.id, slot)
    for (const facet of facetNames) {
      const having = this.#having.get(facet)
      for (const value of values[facet]) {
        const slots = having?.get(value)
        if (slots) slots.push(slot)
        else having?.set(value, [slot])
      }
    }
    return slot
  }
}

const none: readonly string[] = [UNKNOWN]

/** Each once; of a facet that the round has no value of, that it is unknown. */
function valuesOf({ values }: Counted): Standing['values'] {
  const known = facetNames.map((facet) => {
    const some = [...new Set(values[facet])]
    return [facet, some.length > 0 ? some : none]
  })
  return Object.fromEntries(known)
}
