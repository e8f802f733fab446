import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { Filter } from '../rounds/filter.ts'
import { roundsMatching } from '../rounds/matching.ts'
import { isKnown } from '../sources/hidden-reads.ts'

/** How many of the rounds that meet the filter were held at each venue, in whole or in part. */
export async function roundsByVenue(db: Db, filter: Filter): Promise<Map<number, number>> {
  const matching = roundsMatching(db, filter).select('round.id')
  const { rows } = await sql<{ venue_id: number; rounds: number }>`
    select venue_id, count(*) as rounds from (
      select round.id, venue_id from round where round.id in (${matching}) and venue_id is not null and ${isKnown('round', 'venue_id')}
      union select round_id, venue_id from session where round_id in (${matching})
        and venue_id is not null and withdrawn is null and ${isKnown('session', 'venue_id')}
    ) group by venue_id`.execute(db)
  return new Map(rows.map(({ venue_id, rounds }) => [venue_id, rounds]))
}
