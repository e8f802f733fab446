import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { type FoundKind, indexOf, numberOf } from './kinds.ts'

export const NUMBER = sql.lit(Number.MAX_SAFE_INTEGER)

/** The rows of a kind in its index, and a row's own number. */
export function bandOf(kind: FoundKind) {
  const number = numberOf(kind)
  const bound = (at: number) => sql<number>`(${sql.lit(at)} << 53)`
  return { first: bound(number), last: bound(number + 1), id: sql<number>`(search.rowid & ${NUMBER})` }
}

export interface Banded {
  /** The number of its kind. */
  kind: number
  id: number
}

/** The latest entered of these kinds that meet an expression, so many; `besides` narrows them further. */
export async function rowsMeeting(
  db: Db,
  kinds: readonly FoundKind[],
  match: string,
  limit: number,
  besides: RawBuilder<unknown> = sql``,
): Promise<Banded[]> {
  const numbers = kinds.map(numberOf)
  const index = indexOf(kinds[0] ?? 'round')
  const { rows } =
    await sql<Banded>`select rowid >> 53 as kind, rowid & ${NUMBER} as id from ${sql.table(index)}
    where ${sql.ref(index)} match ${match}
      and rowid >= ${sql.lit(Math.min(...numbers))} << 53 and rowid < ${sql.lit(Math.max(...numbers) + 1)} << 53 ${besides}
    order by rowid desc limit ${limit}`.execute(db)
  return rows
}

/**
 * Of each of these kinds of one index the latest entered that meet an expression, so many at most. They are gone through
 * together: to ask again costs more than to read on, unless there is much of a kind; then the next begins beneath it.
 */
export async function mostOfEach(
  db: Db,
  kinds: readonly FoundKind[],
  match: string,
  most: number,
): Promise<Banded[]> {
  const found: Banded[] = []
  let rest = [...kinds]
  while (rest.length > 0) {
    const rows = await rowsMeeting(db, rest, match, 2 * most)
    const ended = rows.length < 2 * most ? -1 : (rows.at(-1)?.kind ?? -1)
    const whole = rows.filter(({ kind }) => kind !== ended)
    const cut = rows.filter(({ kind }) => kind === ended)
    const isEnough = cut.length >= most
    found.push(...whole, ...(isEnough ? cut : []))
    rest = rest.filter((kind) => numberOf(kind) < ended || (numberOf(kind) === ended && !isEnough))
  }
  return kinds.flatMap((kind) => found.filter((one) => one.kind === numberOf(kind)).slice(0, most))
}
