import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import { theAccount } from './account.ts'
import { audit } from './audit-writes.ts'
import { withdrawLink } from './invitation-writes.ts'
import { refuseLockout } from './lockout-reads.ts'
import type { Role } from './roles.ts'
import { endSignIns } from './sign-in-writes.ts'

/** @throws Refusal 409 where nobody would be left to administer */
export async function setRole(db: Db, by: Author, id: number, role: Role): Promise<void> {
  await atomically(db, async (db) => {
    const account = await theAccount(db, id)
    if (account.role === role) return
    await refuseLockout(db, by, account)
    await db.updateTable('account').set({ role }).where('id', '=', id).execute()
    await audit(db, by, 'role set', `${account.name}: ${account.role} to ${role}`)
  })
}

/**
 * Shuts an account or opens it again. Shutting it ends its sign-ins at once and withdraws its one-time link; its
 * tokens open nothing meanwhile. @throws Refusal 409 where nobody would be left to administer
 */
export async function setDisabled(db: Db, by: Author, id: number, disabled: 0 | 1): Promise<void> {
  await atomically(db, async (db) => {
    const account = await theAccount(db, id)
    if (account.disabled === disabled) return
    if (disabled) await refuseLockout(db, by, account)
    await db.updateTable('account').set({ disabled }).where('id', '=', id).execute()
    await endSignIns(db, id)
    await withdrawLink(db, id)
    await audit(db, by, disabled ? 'account disabled' : 'account enabled', account.name)
  })
}
