import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import { theAccount } from './account.ts'
import { audit } from './audit-writes.ts'
import { withdrawLink } from './invitation-writes.ts'
import { newPasswordHash, verifyPassword } from './password.ts'
import { endSignIns } from './sign-in-writes.ts'

/** A new password ends all sign-ins made with the old one, and the link by which one could be chosen. */
export async function changePassword(db: Db, by: Author, id: number, password: string): Promise<void> {
  const password_hash = await newPasswordHash(password)
  await atomically(db, async (db) => {
    const { name } = await theAccount(db, id)
    await db.updateTable('account').set({ password_hash }).where('id', '=', id).execute()
    await endSignIns(db, id)
    await withdrawLink(db, id)
    await audit(db, by, 'password changed', name)
  })
}

/** Whether this is the password of the account; a wrong one is kept in the trail. */
export async function provesPassword(db: Db, by: Author, id: number, password: string): Promise<boolean> {
  const { password_hash } = await theAccount(db, id)
  const isRight = await verifyPassword(password_hash, password)
  if (!isRight) await atomically(db, (db) => audit(db, by, 'password refused'))
  return isRight
}
