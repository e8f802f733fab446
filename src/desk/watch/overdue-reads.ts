import type { Db } from '../../db/tables.ts'
import { idsOf } from '../../kernel/ids.ts'
import { commitmentsWithIds } from '../../outcomes/commitment-reads.ts'

/** Commitments whose deadline passed before that day, those with the latest deadline first. */
export async function commitmentsDueBefore(db: Db, day: number, most: number) {
  const rows = await db
    .selectFrom('commitment')
    .innerJoin('outcome', 'outcome.id', 'commitment.outcome_id')
    .innerJoin('round', 'round.id', 'outcome.round_id')
    .select('commitment.id')
    .where('commitment.deadline_latest', '<', day)
    .where('commitment.withdrawn', 'is', null)
    .where('outcome.withdrawn', 'is', null)
    .where('round.withdrawn', 'is', null)
    .orderBy('commitment.deadline_latest', 'desc')
    .orderBy('commitment.id', 'desc')
    .limit(most)
    .execute()
  const found = new Map((await commitmentsWithIds(db, idsOf(rows))).map((row) => [row.id, row]))
  return rows.flatMap(({ id }) => found.get(id) ?? [])
}
