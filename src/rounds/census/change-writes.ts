import type { Generated } from 'kysely'
import type { Db } from '../../db/tables.ts'
import { roundsTouched } from './touched-reads.ts'

declare module '../../db/tables.ts' {
  interface Tables {
    /** Rounds that have to be counted anew, in the order of the changes; null stands for all. */
    census_change: { id: Generated<number>; round_id: number | null }
  }
}

/** Of more rounds than these, none is named. */
const NAMED = 5000
/** Changes kept for a census that is behind; one further behind is made anew. */
const KEPT = 20_000

/** Notes which rounds have to be counted anew: those that were judged, and those of the records of each kind that were touched. Inside a transaction. */
export async function noteChanges(
  db: Db,
  touched: ReadonlyMap<string, number[]>,
  judged: ReadonlySet<number>,
): Promise<void> {
  const rounds = [...new Set([...judged, ...(await roundsTouched(db, touched))])]
  if (rounds.length === 0) return
  const named = rounds.length > NAMED ? [null] : rounds
  await db
    .insertInto('census_change')
    .values(named.map((round_id) => ({ round_id })))
    .execute()
  const last = await db
    .selectFrom('census_change')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  await db
    .deleteFrom('census_change')
    .where('id', '<=', last.id - KEPT)
    .execute()
}
