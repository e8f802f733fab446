import type { Db } from '../db/tables.ts'
import type { Filter } from '../rounds/filter.ts'
import { roundsMatching } from '../rounds/matching.ts'

/** How many rounds match, counted to one more than `few`, and the days of the first and the last of them. */
export async function extentOf(
  db: Db,
  filter: Filter,
  few: number,
): Promise<{ count: number; earliest: number | null; latest: number | null }> {
  const matching = roundsMatching(db, filter).select(['date_earliest', 'date_latest'])
  const [some, newest, oldest] = await Promise.all([
    matching.limit(few + 1).execute(),
    matching.orderBy('date_earliest', 'desc').limit(1).executeTakeFirst(),
    matching.orderBy('date_earliest').limit(1).executeTakeFirst(),
  ])
  const latest =
    some.length > few
      ? newest?.date_earliest
      : Math.max(
          ...some.map(({ date_earliest, date_latest }) =>
            date_latest - date_earliest > 4000 ? date_earliest : date_latest,
          ),
        )
  return {
    count: some.length,
    earliest: oldest?.date_earliest ?? null,
    latest: some.length === 0 ? null : (latest ?? null),
  }
}
