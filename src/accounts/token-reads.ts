import type { Db, Read } from '../db/tables.ts'
import { keyHash } from './key.ts'

export type Token = Read<typeof tokensOf>[number]
export type ShownToken = NonNullable<Read<typeof tokenWith>>

/** Of one account, the latest first; without those that were revoked. */
export function tokensOf(db: Db, account_id: number) {
  return db
    .selectFrom('token')
    .select(['id', 'label', 'scope', 'created', 'expires', 'seen'])
    .where('account_id', '=', account_id)
    .where('revoked', 'is', null)
    .orderBy('id', 'desc')
    .execute()
}

/** Whatever became of it, with the account behind it. */
export function tokenWith(db: Db, key: string) {
  return db
    .selectFrom('token')
    .innerJoin('account', 'account.id', 'token.account_id')
    .select(['token.id', 'token.label', 'token.scope', 'token.expires', 'token.seen', 'token.revoked'])
    .select(['account.id as account_id', 'account.name', 'account.role', 'account.disabled'])
    .where('token.key_hash', '=', keyHash(key))
    .executeTakeFirst()
}
