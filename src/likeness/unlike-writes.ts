import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import type { Pair } from './pair-reads.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** Pairs that an editor told apart, for good. */
    unlike: {
      record: string
      one: number
      other: number
      at: string
      account_id: number | null
      who: string
      why: string
    }
  }
}

/** The two are not the same, whatever they have in common: they are never listed together again. */
export async function tellApart(
  db: Db,
  { account_id, who, clock }: Author,
  { record, one, other }: Pair,
  why: string,
): Promise<void> {
  const pair = { record, one, other }
  await db
    .insertInto('unlike')
    .values({ ...pair, at: clock().toISOString(), account_id, who, why })
    .onConflict((twice) => twice.doNothing())
    .execute()
  await db
    .deleteFrom('lookalike')
    .where('record', '=', record)
    .where('one', '=', one)
    .where('other', '=', other)
    .execute()
}
