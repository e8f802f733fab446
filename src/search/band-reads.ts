import { sql } from 'kysely'
import { type FoundKind, numberOf } from './kinds.ts'

export const NUMBER = sql.lit(Number.MAX_SAFE_INTEGER)

/** The rows of a kind in its index, and a row's own number. */
export function bandOf(kind: FoundKind) {
  const number = numberOf(kind)
  const bound = (at: number) => sql<number>`(${sql.lit(at)} << 53)`
  return { first: bound(number), last: bound(number + 1), id: sql<number>`(search.rowid & ${NUMBER})` }
}
