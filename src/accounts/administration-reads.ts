import type { Db, Read } from '../db/tables.ts'

export type Listed = Read<typeof accountsListed>[number]

/** All accounts by name, with the one-time link that is open. */
export function accountsListed(db: Db, { limit, offset }: { limit: number; offset: number }) {
  return db
    .selectFrom('account')
    .leftJoin('invitation', (join) =>
      join.onRef('invitation.account_id', '=', 'account.id').on('invitation.ending', 'is', null),
    )
    .select(['account.id', 'account.name', 'account.role', 'account.disabled', 'account.last_sign_in'])
    .select(['invitation.expires', 'invitation.invited_by'])
    .select((eb) => eb('account.password_hash', 'is not', null).as('hasPassword'))
    .orderBy('account.name_folded')
    .limit(limit)
    .offset(offset)
    .execute()
}
