import type { Db } from '../db/tables.ts'
import type { Filter } from '../rounds/filter.ts'
import { roundsMatching } from '../rounds/matching.ts'
import type { Dated } from './months.ts'

/** All rounds that meet the filter, in the order of their first day. */
export async function datedRounds(db: Db, filter: Filter): Promise<Dated[]> {
  const rows = await roundsMatching(db, filter)
    .select(['round.id', 'track_id', 'date_earliest', 'date_latest'])
    .orderBy('date_earliest')
    .orderBy('round.id')
    .execute()
  return rows.map(({ id, track_id, date_earliest, date_latest }) => ({
    id,
    track: track_id,
    first: date_earliest,
    last: date_latest,
  }))
}
