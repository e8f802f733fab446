import type { Generated } from 'kysely'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import type { Clock } from '../kernel/clock.ts'
import { Refusal } from '../kernel/fault.ts'
import { fold } from '../kernel/fold.ts'
import { quotable, textFault, tidy } from '../kernel/text.ts'
import { audit } from './audit-writes.ts'
import { COMMAND_LINE, SOMEBODY } from './events.ts'
import { newPasswordHash, verifyPassword } from './password.ts'
import type { Role } from './roles.ts'

declare module '../db/tables.ts' {
  interface Tables {
    account: {
      id: Generated<number>
      name: string
      name_folded: string
      role: Role
      /** Null until its holder chooses one by a one-time link. */
      password_hash: string | null
      disabled: Generated<number>
      created: string
      last_sign_in: string | null
    }
  }
}

export interface Account {
  id: number
  name: string
  role: Role
}

/** Whoever has the machine may do everything. */
export function fromCommandLine(clock: Clock): Author {
  return { account_id: null, who: COMMAND_LINE, clock }
}

/** @throws Refusal where the name is taken, or name or password will not do */
export async function addAccount(
  db: Db,
  clock: Clock,
  name: string,
  role: Role,
  password: string,
): Promise<number> {
  const password_hash = await newPasswordHash(password)
  return atomically(db, async (db) => {
    const added = await insertAccount(db, clock, { name, role, password_hash })
    await audit(db, fromCommandLine(clock), 'account added', `${added.name}, ${role}`)
    return added.id
  })
}

interface NewAccount {
  name: string
  role: Role
  password_hash: string | null
}

/** Inside a transaction. @throws Refusal where the name will not do or is taken */
export async function insertAccount(
  db: Db,
  clock: Clock,
  { name: typed, role, password_hash }: NewAccount,
): Promise<Account> {
  const name = tidy(typed)
  const wrong = nameFault(name)
  if (wrong) throw new Refusal(422, `The name ${wrong}.`)
  if (await isTaken(db, name)) throw new Refusal(409, `There is an account named ${name} already.`)
  return db
    .insertInto('account')
    .values({ name, name_folded: fold(name), role, password_hash, created: clock().toISOString() })
    .returning(['id', 'name', 'role'])
    .executeTakeFirstOrThrow()
}

/** What is wrong with a name, as the end of a sentence. */
export function nameFault(name: string): string | null {
  if (!/^\S.{0,79}$/u.test(name) || textFault(name)) return 'must be a single line of 80 characters or fewer'
  return [COMMAND_LINE, SOMEBODY].includes(fold(name)) ? 'must not be one that the audit trail uses' : null
}

export async function isTaken(db: Db, name: string): Promise<boolean> {
  return (await called(db, name)) !== undefined
}

/** @throws Refusal 404 */
export async function accountNamed(db: Db, name: string): Promise<Account> {
  const found = await called(db, name)
  if (!found) throw new Refusal(404, `There is no account named ${quotable(name)}.`)
  return found
}

function called(db: Db, name: string): Promise<Account | undefined> {
  return db
    .selectFrom('account')
    .select(['id', 'name', 'role'])
    .where('name_folded', '=', fold(tidy(name)))
    .executeTakeFirst()
}

/** Disabled ones too. @throws Refusal 404 */
export async function theAccount(db: Db, id: number) {
  const found = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) throw new Refusal(404, 'There is no such account.')
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

/** Null where it is disabled. */
export async function accountWithId(db: Db, id: number): Promise<Account | null> {
  const found = await db
    .selectFrom('account')
    .select(['id', 'name', 'role'])
    .where('id', '=', id)
    .where('disabled', '=', 0)
    .executeTakeFirst()
  return found ?? null
}
