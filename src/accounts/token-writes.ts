import type { Generated } from 'kysely'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import type { Clock } from '../kernel/clock.ts'
import { Refusal } from '../kernel/fault.ts'
import { audit } from './audit-writes.ts'
import { keyHash, newKey } from './key.ts'
import type { Scope } from './scopes.ts'
import { tokensOf } from './token-reads.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** Moments are milliseconds since 1970. */
    token: {
      id: Generated<number>
      account_id: number
      label: string
      scope: Scope
      key_hash: string
      created: number
      /** Null: it lasts until it is revoked. */
      expires: number | null
      seen: number | null
      revoked: number | null
    }
  }
}

const MOST = 50

export interface NewToken {
  account_id: number
  label: string
  scope: Scope
  /** For how many days; null for as long as it is not revoked. */
  days: number | null
}

/** The token itself, in the only moment in which it is known. Its beginning tells scanners for leaked keys what it is. */
export function makeToken(db: Db, by: Author, { days, ...token }: NewToken): Promise<string> {
  const key = `parley_${newKey()}`
  const created = by.clock().getTime()
  const expires = days === null ? null : created + days * 24 * 3_600_000
  return atomically(db, async (db) => {
    if ((await tokensOf(db, token.account_id)).length >= MOST)
      throw new Refusal(409, `You have ${MOST} tokens: revoke one first.`)
    await db
      .insertInto('token')
      .values({ ...token, key_hash: keyHash(key), created, expires })
      .execute()
    await audit(db, by, 'token made', `${token.label}, ${token.scope}`)
    return key
  })
}

/** One of one's own. @throws Refusal 404 */
export async function revokeToken(db: Db, by: Author, id: number): Promise<void> {
  await atomically(db, async (db) => {
    const revoked = await db
      .updateTable('token')
      .set({ revoked: by.clock().getTime() })
      .where('id', '=', id)
      .where('account_id', '=', by.account_id)
      .where('revoked', 'is', null)
      .returning('label')
      .executeTakeFirst()
    if (!revoked) throw new Refusal(404, 'You have no such token; it may be revoked already.')
    await audit(db, by, 'token revoked', revoked.label)
  })
}

/** Inside a transaction, as part of a reset. */
export async function revokeAllTokens(db: Db, clock: Clock, account_id: number): Promise<void> {
  await db
    .updateTable('token')
    .set({ revoked: clock().getTime() })
    .where('account_id', '=', account_id)
    .where('revoked', 'is', null)
    .execute()
}

export async function noteTokenUse(db: Db, id: number, seen: number): Promise<void> {
  await atomically(db, (db) => db.updateTable('token').set({ seen }).where('id', '=', id).execute())
}
