import type { Db, Tables } from '../db/tables.ts'

/** Two records of a kind that may be one; `one` is the lower number. */
export type Pair = Pick<Tables['lookalike'], 'record' | 'one' | 'other'>

/** Pairs that may be one, kind by kind; of one kind alone where it is named. */
export function alikePairs(
  db: Db,
  { record, limit, offset }: { record: string | null; limit: number; offset: number },
) {
  return alike(db, record)
    .selectAll()
    .orderBy('record')
    .orderBy('one')
    .orderBy('other')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** How many there are, counted no further than `most`. */
export async function countAlike(db: Db, record: string | null, most: number): Promise<number> {
  const some = alike(db, record).select('one').limit(most)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function alike(db: Db, record: string | null) {
  // Some bound on its first column makes SQLite walk along the key.
  return db.selectFrom('lookalike').where('record', record === null ? '>' : '=', record ?? '')
}

/** The pair as it is listed; null where it is not, or no more. */
export async function alikePair(db: Db, { record, one, other }: Pair) {
  const pair = await db
    .selectFrom('lookalike')
    .selectAll()
    .where('record', '=', record)
    .where('one', '=', one)
    .where('other', '=', other)
    .executeTakeFirst()
  return pair ?? null
}
