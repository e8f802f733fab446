import type { Account } from '../../accounts/account.ts'
import { may } from '../../accounts/roles.ts'
import type { Db } from '../../db/tables.ts'

/** Whether a change to this process may go into the record without a second reader; null is what belongs to no process. */
export async function mayPublish(db: Db, { role }: Account, process_id: number | null): Promise<boolean> {
  return may(role, 'publish') || (await isUnreviewed(db, process_id))
}

/** What belongs to no process needs no second reader where there are processes and none asks for one. */
async function isUnreviewed(db: Db, process_id: number | null): Promise<boolean> {
  if (process_id === null) return (await isAnyUnreviewed(db)) && (await firstReviewed(db)) === null
  const found = await db
    .selectFrom('unreviewed')
    .select('process_id')
    .where('process_id', '=', process_id)
    .executeTakeFirst()
  return found !== undefined
}

async function isAnyUnreviewed(db: Db): Promise<boolean> {
  return (await db.selectFrom('unreviewed').select('process_id').limit(1).executeTakeFirst()) !== undefined
}

async function firstReviewed(db: Db): Promise<number | null> {
  const found = await db
    .selectFrom('process')
    .select('id')
    .where('withdrawn', 'is', null)
    .where('id', 'not in', db.selectFrom('unreviewed').select('process_id'))
    .executeTakeFirst()
  return found?.id ?? null
}

export async function unreviewedAmong(db: Db): Promise<Set<number>> {
  const rows = await db.selectFrom('unreviewed').select('process_id').execute()
  return new Set(rows.map(({ process_id }) => process_id))
}
