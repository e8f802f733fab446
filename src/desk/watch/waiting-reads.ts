import type { Db } from '../../db/tables.ts'
import { idsOf } from '../../kernel/ids.ts'

/** Proposals whose last day falls between these two, the latest first. */
export async function proposalsDue(db: Db, first: number, last: number, most: number): Promise<number[]> {
  const rows = await db
    .selectFrom('proposal')
    .select('id')
    .where('deadline_latest', '>=', first)
    .where('deadline_latest', '<=', last)
    .where('withdrawn', 'is', null)
    .orderBy('deadline_latest', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return idsOf(rows)
}

/** Proposals to which something happened by that day, those with the latest event first; of so many events at most. */
export async function proposalsLately(db: Db, day: number, most: number): Promise<number[]> {
  const rows = await db
    .selectFrom('proposal_event')
    .select('proposal_id')
    .where('date_earliest', '<=', day)
    .where('withdrawn', 'is', null)
    .orderBy('date_earliest', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ proposal_id }) => proposal_id)
}
