import type { Db } from '../db/tables.ts'
import { answeredWhileUnchanged } from '../db/unchanged.ts'
import { OPEN } from '../kernel/edtf.ts'
import { Latest } from '../kernel/latest.ts'
import { roundsFound } from '../search/found-reads.ts'
import type { Bits } from './census/bits.ts'
import type { Census, Placed } from './census/census.ts'
import { censusOf } from './census/current.ts'
import { type FacetName, facetNames } from './census/facets.ts'
import type { Tally } from './census/tally.ts'
import { type Filter, spanOf } from './filter.ts'

/** The rounds that stand and meet a filter. */
export class Matching {
  readonly #census: Census
  readonly #filter: Filter
  readonly #found: readonly number[] | null
  /** What facets do not say: words, and the span of dates. */
  readonly #within: Bits
  readonly #bits: Bits
  readonly #tallies = new Map<string, Tally>()
  #doubtful: number | null = null

  constructor(census: Census, filter: Filter, found: readonly number[] | null) {
    this.#census = census
    this.#filter = filter
    this.#found = found
    this.#within = within(census, filter, found)
    this.#bits = this.#chosen()
  }

  get count(): number {
    return this.#bits.count()
  }

  /** Ids in the filter's order. */
  ids({ offset = 0, limit = Number.POSITIVE_INFINITY } = {}): number[] {
    return this.#census.ids(this.#bits, this.#filter.sort, offset, limit)
  }

  /** In the order of their first day. */
  each(visit: (round: Placed) => void): void {
    this.#census.each(this.#bits, visit)
  }

  /** How many of them have each value; with `otherwise` how many there would be if that value were chosen instead. */
  tally(facet: FacetName, { otherwise = false } = {}): Tally {
    const key = `${facet} ${otherwise}`
    const tally = this.#tallies.get(key) ?? this.#tallied(facet, otherwise)
    this.#tallies.set(key, tally)
    return tally
  }

  #tallied(facet: FacetName, otherwise: boolean): Tally {
    if (!otherwise) return this.#census.tally(facet, this.#bits)
    const open = this.#filter[facet].length === 0 ? this.#bits : this.#chosen(facet)
    const isOneYear = facet === 'year' && this.#isCertain
    return this.#census.tally(facet, isOneYear ? open.minus(this.#census.havingSeveral(facet)) : open)
  }

  /** How many rounds possibly lie within the dates and years asked for, but not certainly. */
  get doubtful(): number {
    this.#doubtful ??= this.#countDoubtful()
    return this.#doubtful
  }

  #countDoubtful(): number {
    const within = this.#isCertain ? 'possibly' : 'certainly'
    const otherwise = new Matching(this.#census, { ...this.#filter, within }, this.#found)
    return Math.abs(this.count - otherwise.count)
  }

  #chosen(except?: FacetName): Bits {
    const chosen = facetNames.filter((name) => name !== except && this.#filter[name].length > 0)
    return chosen.reduce((bits, name) => bits.and(this.#having(name)), this.#within)
  }

  #having(name: FacetName): Bits {
    const values = new Set(this.#filter[name].map(String))
    return name === 'year' && this.#isCertain
      ? this.#census.havingOnly(name, values)
      : this.#census.having(name, values)
  }

  get #isCertain(): boolean {
    return this.#filter.within === 'certainly'
  }
}

function within(census: Census, filter: Filter, found: readonly number[] | null): Bits {
  const { first, last } = spanOf(filter)
  const bits = found === null ? census.standing() : census.standing().and(census.among(found))
  if (first === null && last === null) return bits
  const isCertain = filter.within === 'certainly'
  const span = [first ?? -OPEN, last ?? OPEN] as const
  return bits.and(isCertain ? census.within(...span) : census.touching(...span))
}

/** Of so many questions the answer is kept until a round changes: whoever turns pages or moves about asks the same again. */
const KEPT = 16
const kept = new WeakMap<Census, { changes: number; found: Latest<string, Matching> }>()

/** The rounds that stand and meet the filter, out of the census. */
export async function roundsMatching(db: Db, filter: Filter): Promise<Matching> {
  const question = { ...filter, page: 1 }
  // What words find changes with more than rounds.
  if (filter.q !== null) return matchingWords(db, question)
  const census = await censusOf(db)
  const now = kept.get(census)
  const found = now?.changes === census.changes ? now.found : new Latest<string, Matching>(KEPT)
  kept.set(census, { changes: census.changes, found })
  return found.get(JSON.stringify(question), () => new Matching(census, filter, null))
}

const matchingWords = answeredWhileUnchanged(async (db, filter: Filter) => {
  const found = await roundsFound(db, filter.q ?? '')
  return new Matching(await censusOf(db), filter, found)
}, KEPT)
