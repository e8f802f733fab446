import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import { Refusal } from '../kernel/fault.ts'
import { theAccount } from './account.ts'
import { audit } from './audit-writes.ts'
import { withdrawLink } from './invitation-writes.ts'
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

/** Inside the transaction of the change: of two administrators who disable one another the second is refused. */
async function refuseLockout(db: Db, by: Author, account: { id: number; name: string }): Promise<void> {
  refuseOwn(by, account.id)
  const able = await administrators(db)
  if (able.length === 1 && able[0]?.id === account.id)
    throw new Refusal(
      409,
      `${account.name} is the last administrator who can sign in: make somebody else one first.`,
    )
}

/** Nobody locks themself out. @throws Refusal 409 */
export function refuseOwn(by: Author, id: number): void {
  if (by.account_id === id)
    throw new Refusal(409, 'This is your own account: another administrator must do that.')
}

/** Who can sign in and administer; two are enough to know that there are others. */
function administrators(db: Db): Promise<Array<{ id: number }>> {
  return db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled', '=', 0)
    .where('password_hash', 'is not', null)
    .limit(2)
    .execute()
}
