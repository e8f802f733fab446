import { createHash } from 'node:crypto'
import session, { type SessionData } from 'express-session'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Clock } from '../kernel/clock.ts'

declare module 'express-session' {
  interface SessionData {
    /** Every form that changes something sends it back. */
    token: string
    account_id?: number
  }
}

declare module '../db/tables.ts' {
  interface Tables {
    sign_in: {
      key_hash: string
      account_id: number | null
      /** JSON of the session. */
      content: string
      /** Milliseconds since 1970. */
      expires: number
    }
  }
}

const HOUR = 3_600_000
/** How long a sign-in lasts, in milliseconds. */
export const SIGNED_IN = 14 * 24 * HOUR
const ANONYMOUS = HOUR

/** Keeps sign-ins in the record, under a hash of their key: a copy of the database opens no door. */
export class SignInStore extends session.Store {
  readonly #db: Db
  readonly #clock: Clock

  constructor(db: Db, clock: Clock) {
    super()
    this.#db = db
    this.#clock = clock
  }

  override get(key: string, done: (error: unknown, found?: SessionData | null) => void): void {
    this.#db
      .selectFrom('sign_in')
      .select('content')
      .where('key_hash', '=', hash(key))
      .where('expires', '>', this.#clock().getTime())
      .executeTakeFirst()
      .then((row) => done(null, row ? JSON.parse(row.content) : null), done)
  }

  override set(key: string, data: SessionData, done: (error?: unknown) => void = () => {}): void {
    const now = this.#clock().getTime()
    const row = {
      account_id: data.account_id ?? null,
      content: JSON.stringify(data),
      expires: now + (data.account_id ? SIGNED_IN : ANONYMOUS),
    }
    atomically(this.#db, async (db) => {
      await db.deleteFrom('sign_in').where('expires', '<=', now).execute()
      await db
        .insertInto('sign_in')
        .values({ key_hash: hash(key), ...row })
        .onConflict((on) => on.column('key_hash').doUpdateSet(row))
        .execute()
    }).then(() => done(), done)
  }

  override destroy(key: string, done: (error?: unknown) => void = () => {}): void {
    atomically(this.#db, (db) => db.deleteFrom('sign_in').where('key_hash', '=', hash(key)).execute()).then(
      () => done(),
      done,
    )
  }
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
