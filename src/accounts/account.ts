import type { Generated } from 'kysely'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Clock } from '../kernel/clock.ts'
import { Refusal } from '../kernel/fault.ts'
import { fold } from '../kernel/fold.ts'
import { textFault, tidy } from '../kernel/text.ts'
import { hashPassword, passwordFault, verifyPassword } from './password.ts'
import type { Role } from './roles.ts'

declare module '../db/tables.ts' {
  interface Tables {
    account: {
      id: Generated<number>
      name: string
      name_folded: string
      role: Role
      password_hash: string
      disabled: Generated<number>
      created: string
    }
    audit: { id: Generated<number>; at: string; who: string; event: string; detail: string | null }
  }
}

export interface Account {
  id: number
  name: string
  role: Role
}

/** @throws Refusal where the name is taken, or name or password will not do */
export async function addAccount(
  db: Db,
  clock: Clock,
  typedName: string,
  role: Role,
  password: string,
): Promise<number> {
  const name = tidy(typedName)
  const wrong = passwordFault(password)
  if (wrong) throw new Refusal(422, wrong)
  if (!/^\S.{0,79}$/u.test(name) || textFault(name))
    throw new Refusal(422, 'The name must be a single line of 80 characters or fewer.')
  const password_hash = await hashPassword(password)
  return atomically(db, async (db) => {
    const name_folded = fold(name)
    const taken = await db
      .selectFrom('account')
      .select('id')
      .where('name_folded', '=', name_folded)
      .executeTakeFirst()
    if (taken) throw new Refusal(409, `There is an account named ${name} already.`)
    const created = clock().toISOString()
    const { id } = await db
      .insertInto('account')
      .values({ name, name_folded, role, password_hash, created })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(db, clock, 'command line', 'account added', `${name}, ${role}`)
    return id
  })
}

/** Shuts an account or opens it again; shutting it ends all its sign-ins at once. */
export async function setDisabled(db: Db, clock: Clock, name: string, disabled: 0 | 1): Promise<void> {
  await atomically(db, async (db) => {
    const { id } = await accountNamed(db, name)
    await db.updateTable('account').set({ disabled }).where('id', '=', id).execute()
    await db.deleteFrom('sign_in').where('account_id', '=', id).execute()
    await audit(db, clock, 'command line', disabled ? 'account disabled' : 'account enabled', name)
  })
}

/** A new password ends all sign-ins made with the old one. */
export async function changePassword(db: Db, clock: Clock, name: string, password: string): Promise<void> {
  const wrong = passwordFault(password)
  if (wrong) throw new Refusal(422, wrong)
  const password_hash = await hashPassword(password)
  await atomically(db, async (db) => {
    const { id } = await accountNamed(db, name)
    await db.updateTable('account').set({ password_hash }).where('id', '=', id).execute()
    await db.deleteFrom('sign_in').where('account_id', '=', id).execute()
    await audit(db, clock, 'command line', 'password changed', name)
  })
}

async function accountNamed(db: Db, name: string): Promise<{ id: number }> {
  const found = await db
    .selectFrom('account')
    .select('id')
    .where('name_folded', '=', fold(tidy(name)))
    .executeTakeFirst()
  if (!found) throw new Refusal(404, `There is no account named ${name}.`)
  return found
}

/** The account, or null: whether the name or the password was wrong is not told, by word or by time. */
export async function accountFor(db: Db, name: string, password: string): Promise<Account | null> {
  const found = await db
    .selectFrom('account')
    .selectAll()
    .where('name_folded', '=', fold(tidy(name)))
    .where('disabled', '=', 0)
    .executeTakeFirst()
  const matches = await verifyPassword(found?.password_hash ?? null, password)
  return matches && found ? { id: found.id, name: found.name, role: found.role } : null
}

export async function accountWithId(db: Db, id: number): Promise<Account | null> {
  const found = await db
    .selectFrom('account')
    .select(['id', 'name', 'role'])
    .where('id', '=', id)
    .where('disabled', '=', 0)
    .executeTakeFirst()
  return found ?? null
}

/** The trail of sign-ins and accounts; nothing in the program changes or removes a line of it. */
export async function audit(
  db: Db,
  clock: Clock,
  who: string,
  event: string,
  detail: string | null = null,
): Promise<void> {
  await db.insertInto('audit').values({ at: clock().toISOString(), who, event, detail }).execute()
}
