import type { Generated } from 'kysely'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import type { Clock } from '../kernel/clock.ts'
import { Refusal } from '../kernel/fault.ts'
import { type Account, insertAccount, theAccount } from './account.ts'
import { audit } from './audit-writes.ts'
import { openInvitation } from './invitation.ts'
import { keyHash, newKey } from './key.ts'
import { refuseLockout } from './lockout-reads.ts'
import { newPasswordHash } from './password.ts'
import type { Role } from './roles.ts'
import { endSignIns } from './sign-in-writes.ts'
import { revokeAllTokens } from './token-writes.ts'

declare module '../db/tables.ts' {
  interface Tables {
    invitation: {
      id: Generated<number>
      key_hash: string
      account_id: number
      invited_by: string
      /** Milliseconds since 1970. */
      expires: number
      /** Null while it is open or has merely expired. */
      ending: 'used' | 'withdrawn' | null
    }
  }
}

const LASTS = 7 * 24 * 3_600_000

/** A one-time link, in the only moment in which its key is known. */
export interface Link {
  name: string
  key: string
  expires: number
}

/** An account without a password, and the link by which its holder chooses one. @throws Refusal 409 where the name is taken */
export function invite(db: Db, by: Author, name: string, role: Role): Promise<Link> {
  return atomically(db, async (db) => {
    const account = await insertAccount(db, by.clock, { name, role, password_hash: null })
    await audit(db, by, 'account invited', `${account.name}, ${role}`)
    return newLink(db, by, account)
  })
}

/**
 * Takes password, sign-ins and tokens away, and makes a link for a new password. @throws Refusal 409 while the account
 * is disabled, or where nobody would be left to administer; the command line hands out that link too
 */
export function reset(db: Db, by: Author, id: number): Promise<Link> {
  return atomically(db, async (db) => {
    const account = await theAccount(db, id)
    if (account.disabled) throw new Refusal(409, `${account.name} is disabled: enable the account first.`)
    if (by.account_id !== null) await refuseLockout(db, by, account)
    await db.updateTable('account').set({ password_hash: null }).where('id', '=', id).execute()
    await endSignIns(db, id)
    await revokeAllTokens(db, by.clock, id)
    await withdrawLink(db, id)
    await audit(db, by, 'account reset', account.name)
    return newLink(db, by, account)
  })
}

async function newLink(db: Db, by: Author, { id, name }: Account): Promise<Link> {
  const key = newKey()
  const expires = by.clock().getTime() + LASTS
  await db
    .insertInto('invitation')
    .values({ key_hash: keyHash(key), account_id: id, invited_by: by.who, expires })
    .execute()
  return { name, key, expires }
}

/** Inside a transaction: whatever link is open opens nothing more. */
export async function withdrawLink(db: Db, account_id: number): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ ending: 'withdrawn' })
    .where('account_id', '=', account_id)
    .where('ending', 'is', null)
    .execute()
}

/** Uses the link up. @throws Refusal 404 or 410 where it opens nothing, 422 where the password will not do */
export async function choosePassword(db: Db, clock: Clock, key: string, password: string): Promise<Account> {
  const { name } = await openInvitation(db, clock, key)
  const password_hash = await newPasswordHash(password)
  return atomically(db, async (db) => {
    // Asked again: of two who send the form at once only one chooses.
    const { id, account_id, role } = await openInvitation(db, clock, key)
    await db.updateTable('invitation').set({ ending: 'used' }).where('id', '=', id).execute()
    await db.updateTable('account').set({ password_hash }).where('id', '=', account_id).execute()
    await audit(db, { who: name, clock }, 'invitation accepted')
    return { id: account_id, name, role }
  })
}
