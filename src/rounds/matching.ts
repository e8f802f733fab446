import { type SqlBool, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'
import type { Bits } from './census/bits.ts'
import type { Census, Counted } from './census/census.ts'
import { censusOf } from './census/current.ts'
import { type FacetName, facetNames } from './census/facets.ts'
import { type Filter, spanOf } from './filter.ts'

/** The rounds that stand and meet a filter. */
export class Matching {
  readonly #census: Census
  readonly #filter: Filter
  /** What facets do not say: words, and the span of dates. */
  readonly #within: Bits
  readonly #bits: Bits

  constructor(census: Census, filter: Filter, found: readonly number[] | null) {
    this.#census = census
    this.#filter = filter
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
  each(visit: (round: Counted) => void): void {
    this.#census.each(this.#bits, visit)
  }

  /** How many of them have each value; with `otherwise` as if the filter chose no value of this facet. */
  tally(facet: FacetName, { otherwise = false } = {}): Map<string, number> {
    return this.#census.tally(facet, otherwise ? this.#chosen(facet) : this.#bits)
  }

  #chosen(except?: FacetName): Bits {
    const chosen = facetNames.filter((name) => name !== except && this.#filter[name].length > 0)
    return chosen.reduce(
      (bits, name) => bits.and(this.#census.having(name, this.#filter[name].map(String))),
      this.#within,
    )
  }
}

function within(census: Census, filter: Filter, found: readonly number[] | null): Bits {
  const { first, last } = spanOf(filter)
  const bits = found === null ? census.standing() : census.standing().and(census.among(found))
  if (first === null && last === null) return bits
  return bits.and(
    census.dated((from, to) => (first === null || to >= first) && (last === null || from <= last)),
  )
}

/** The rounds that stand and meet the filter, out of the census. */
export async function roundsMatching(db: Db, filter: Filter): Promise<Matching> {
  const found = filter.q === null ? null : await roundsFound(db, filter.q)
  return new Matching(await censusOf(db), filter, found)
}

async function roundsFound(db: Db, typed: string): Promise<number[]> {
  const rows = await db
    .selectFrom('search')
    .select('rowid')
    .where(sql<SqlBool>`search match ${matchOf(typed)}`)
    .execute()
  return rows.map(({ rowid }) => rowid)
}

/** Every word must begin a word of the round. Quoted, so that nobody's typing is read as query syntax. */
function matchOf(typed: string): string {
  const words = fold(typed).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0
    ? '""'
    : words
        .slice(0, 12)
        .map((word) => `"${word}"*`)
        .join(' ')
}
