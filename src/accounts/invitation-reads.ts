import type { Db, Read } from '../db/tables.ts'
import { keyHash } from './key.ts'

export type Invitation = NonNullable<Read<typeof invitationWith>>

/** Whatever became of it; undefined where nobody ever made it. */
export function invitationWith(db: Db, key: string) {
  return db
    .selectFrom('invitation')
    .innerJoin('account', 'account.id', 'invitation.account_id')
    .select(['invitation.id', 'invitation.account_id', 'invitation.expires', 'invitation.ending'])
    .select(['account.name', 'account.role', 'account.disabled'])
    .where('key_hash', '=', keyHash(key))
    .executeTakeFirst()
}
