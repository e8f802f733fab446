import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import { counted } from '../kernel/words.ts'
import type { Account } from './account.ts'
import { audit } from './audit-writes.ts'

/** Somebody has shown that they are this account. */
export async function noteSignIn(db: Db, by: Author, { id }: Account): Promise<void> {
  await atomically(db, async (db) => {
    const last_sign_in = by.clock().toISOString()
    await db.updateTable('account').set({ last_sign_in }).where('id', '=', id).execute()
    await audit(db, by, 'signed in')
  })
}

/** Inside a transaction: the account is out, wherever it was signed in. */
export async function endSignIns(db: Db, account_id: number): Promise<void> {
  await db.deleteFrom('sign_in').where('account_id', '=', account_id).execute()
}

/** One of one's own. One that has ended already is none. */
export async function endOwnSignIn(db: Db, by: Author, key_hash: string): Promise<void> {
  await atomically(db, async (db) => {
    const ended = await db
      .deleteFrom('sign_in')
      .where('account_id', '=', by.account_id)
      .where('key_hash', '=', key_hash)
      .returning('agent')
      .executeTakeFirst()
    if (ended) await audit(db, by, 'sign-in ended', ended.agent)
  })
}

/** All of one's own save the one that asks. */
export async function endOtherSignIns(db: Db, by: Author, own: string): Promise<void> {
  await atomically(db, async (db) => {
    const ended = await db
      .deleteFrom('sign_in')
      .where('account_id', '=', by.account_id)
      .where('key_hash', '!=', own)
      .returning('agent')
      .execute()
    if (ended.length > 0) await audit(db, by, 'sign-in ended', counted(ended.length, 'other sign-in'))
  })
}
