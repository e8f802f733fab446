import type { Db } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
import type { Filter } from '../rounds/filter.ts'
import { roundsMatching } from '../rounds/matching.ts'

/** A round that may have lasted longer than this, or that nobody ended, counts by its first day alone. */
const LONG_DAYS = 4000

/** Where the rounds that match lie, in days since 1970-01-01. */
export interface Extent {
  /** Null where more match than `few`, or none. */
  earliest: number | null
  /** Null where none matches. */
  latest: number | null
}

export async function extentOf(db: Db, filter: Filter, few: number): Promise<Extent> {
  const matching = await roundsMatching(db, filter)
  const spans: Array<{ first: number; last: number }> = []
  matching.each((round) => spans.push(daysOf(round)))
  if (spans.length === 0) return { earliest: null, latest: null }
  if (spans.length > few) return { earliest: null, latest: spans.at(-1)?.first ?? null }
  return {
    earliest: Math.min(...spans.map(({ first }) => first)),
    latest: Math.max(...spans.map(({ last }) => last)),
  }
}

function daysOf(round: { first: number; last: number }) {
  const first = round.first === -OPEN ? round.last : round.first
  return { first, last: round.last - first > LONG_DAYS ? first : round.last }
}
