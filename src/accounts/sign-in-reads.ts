import type { Db, Read } from '../db/tables.ts'

export type SignIn = Read<typeof signInsOf>[number]

/** Of one account, the latest first. */
export function signInsOf(db: Db, account_id: number, now: number) {
  return db
    .selectFrom('sign_in')
    .select(['key_hash', 'created', 'seen', 'agent'])
    .where('account_id', '=', account_id)
    .where('expires', '>', now)
    .orderBy('created', 'desc')
    .orderBy('key_hash')
    .limit(100)
    .execute()
}
