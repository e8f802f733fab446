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

/** Looks at no more rounds than it must: where more than `few` match, at the latest one. */
export async function extentOf(db: Db, filter: Filter, few: number): Promise<Extent> {
  const matching = roundsMatching(db, filter).select(['date_earliest', 'date_latest'])
  const some = await matching.limit(few + 1).execute()
  if (some.length === 0) return { earliest: null, latest: null }
  if (some.length > few) {
    const newest = await matching.orderBy('date_earliest', 'desc').limit(1).executeTakeFirst()
    return { earliest: null, latest: newest?.date_earliest ?? null }
  }
  const spans = some.map(daysOf)
  return {
    earliest: Math.min(...spans.map(({ first }) => first)),
    latest: Math.max(...spans.map(({ last }) => last)),
  }
}

function daysOf({ date_earliest, date_latest }: { date_earliest: number; date_latest: number }) {
  const first = date_earliest === -OPEN ? date_latest : date_earliest
  return { first, last: date_latest - first > LONG_DAYS ? first : date_latest }
}
