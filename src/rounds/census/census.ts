import { statuses } from '../../sources/status.ts'
import type { StatusCount } from '../../sources/status-reads.ts'
import { Bits } from './bits.ts'
import { type FacetName, facetNames } from './facets.ts'
import { Numbers } from './numbers.ts'
import { Ranking } from './ranking.ts'
import type { Tally } from './tally.ts'
import { FacetValues } from './values.ts'

/** What the census knows of a round. Days are counted from 1970-01-01; open ends are ±OPEN (kernel/edtf.ts). */
export interface Counted {
  id: number
  track: number
  process: number
  first: number
  last: number
  /** Folded, to put in order by. */
  title: string
  /** How many fields of it and its parts are of each status. */
  statuses: StatusCount[]
  /** Its values of each facet but the evidence, which the statuses tell; a facet that it has no value of may be left out. */
  values: Partial<Record<FacetName, Iterable<string>>>
}

/** A round in its slot. */
export interface Placed extends Omit<Counted, 'values' | 'statuses'> {
  /** A field of it or of a part of it is disputed. */
  isDisputed: boolean
  isHeld: boolean
}

export type Order = 'date' | '-date' | 'title'

/**
 * All rounds that stand, in memory, by what they are chosen and counted by. Every round has a slot; one that changes
 * leaves its slot and enters anew in another, so that the lists of slots behind a value only ever grow.
 */
export class Census {
  readonly #rounds: Placed[] = []
  // Beside the rounds: so a pass over all days touches nothing else.
  readonly #firsts = new Numbers()
  readonly #lasts = new Numbers()
  /** For each status, by slot. */
  readonly #fields = statuses.map(() => new Numbers())
  readonly #slots = new Map<number, number>()
  readonly #facets = Object.fromEntries(facetNames.map((name) => [name, new FacetValues()])) as Record<
    FacetName,
    FacetValues
  >
  readonly #idAt = (slot: number) => this.#at(slot).id
  readonly #byDate = new Ranking((slot) => this.#at(slot).first, this.#idAt)
  readonly #byTitle = new Ranking((slot) => this.#at(slot).title, this.#idAt)
  #standing: Bits | null = null
  #changes = 0
  /** Of all that stand. */
  #tallies = new Map<FacetName, Tally>()

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
    this.#changes++
  }

  /** Another number whenever a round entered or left. */
  get changes(): number {
    return this.#changes
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
    return slot === undefined ? [] : this.#facets[facet].valuesOf(slot)
  }

  /** How many fields of a round and its parts are of each status; of what does not stand, nothing. */
  statusesOf(id: number): StatusCount[] {
    const slot = this.#slots.get(id) ?? -1
    const counts = statuses.map((status, nth) => ({ status, count: this.#fields[nth]?.all()[slot] ?? 0 }))
    return counts.filter(({ count }) => count > 0)
  }

  /** Rounds with any of the values. */
  having(facet: FacetName, values: Iterable<string>): Bits {
    return this.#facets[facet].having(values)
  }

  /** Rounds with any of the values, and with no other. */
  havingOnly(facet: FacetName, values: ReadonlySet<string>): Bits {
    return this.#facets[facet].havingOnly(values)
  }

  /** Rounds with more than one value. */
  havingSeveral(facet: FacetName): Bits {
    return this.#facets[facet].havingSeveral()
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

  /** Rounds of which every day that they may mean lies between these two. */
  within(first: number, last: number): Bits {
    const [firsts, lasts] = [this.#firsts.all(), this.#lasts.all()]
    return Bits.where(
      firsts.length,
      (slot) => (firsts[slot] as number) >= first && (lasts[slot] as number) <= last,
    )
  }

  /** Rounds of which some day that they may mean lies between these two. */
  touching(first: number, last: number): Bits {
    const [firsts, lasts] = [this.#firsts.all(), this.#lasts.all()]
    return Bits.where(
      firsts.length,
      (slot) => (lasts[slot] as number) >= first && (firsts[slot] as number) <= last,
    )
  }

  /** How many of these, of those that stand, have each value. */
  tally(facet: FacetName, among: Bits): Tally {
    const standing = this.standing()
    if (among === standing) return this.#tallyOfAll(facet, standing)
    // Where most are counted, it is quicker to take the rest from all.
    if (among.count() * 2 < this.size) return this.#facets[facet].tally(among)
    return this.#tallyOfAll(facet, standing).minus(this.#facets[facet].tally(standing.minus(among)))
  }

  each(among: Bits, visit: (round: Placed) => void): void {
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

  #tallyOfAll(facet: FacetName, standing: Bits): Tally {
    const counts = this.#tallies.get(facet) ?? this.#facets[facet].tally(standing)
    this.#tallies.set(facet, counts)
    return counts
  }

  #at(slot: number): Placed {
    return this.#rounds[slot] as Placed
  }

  #enter({ values, statuses: counts, ...round }: Counted): number {
    const countOf = new Map(counts.map(({ status, count }) => [status, count]))
    const isHeld = new Set(values.status).has('held')
    const slot = this.#rounds.push({ ...round, isDisputed: countOf.has('disputed'), isHeld }) - 1
    this.#firsts.push(round.first)
    this.#lasts.push(round.last)
    for (const [nth, status] of statuses.entries()) this.#fields[nth]?.push(countOf.get(status) ?? 0)
    this.#slots.set(round.id, slot)
    for (const facet of facetNames)
      this.#facets[facet].enter(facet === 'evidence' ? countOf.keys() : values[facet])
    return slot
  }
}
