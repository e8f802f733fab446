import session, { type SessionData } from 'express-session'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Clock } from '../kernel/clock.ts'
import { keyHash } from './key.ts'
import { seenNotes } from './seen.ts'

declare module 'express-session' {
  interface SessionData {
    /** Every form that changes something sends it back. */
    token: string
    account_id?: number
    /** The browser in words, as it was when it signed in. */
    agent?: string
  }
}

declare module '../db/tables.ts' {
  interface Tables {
    sign_in: {
      key_hash: string
      account_id: number | null
      /** JSON of the session. */
      content: string
      /** Milliseconds since 1970, like the next two. */
      expires: number
      created: number
      /** Last used, to within five minutes. */
      seen: number
      /** The browser in words. */
      agent: string
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
  readonly #note = seenNotes()

  constructor(db: Db, clock: Clock) {
    super()
    this.#db = db
    this.#clock = clock
  }

  override get(key: string, done: (error: unknown, found?: SessionData | null) => void): void {
    this.#db
      .selectFrom('sign_in')
      .select(['content', 'account_id', 'seen'])
      .where('key_hash', '=', keyHash(key))
      .where('expires', '>', this.#clock().getTime())
      .executeTakeFirst()
      .then((row) => {
        if (row?.account_id) this.#noteSeen(keyHash(key), row.seen)
        done(null, row ? JSON.parse(row.content) : null)
      }, done)
  }

  override set(key: string, data: SessionData, done: (error?: unknown) => void = () => {}): void {
    const now = this.#clock().getTime()
    const row = {
      account_id: data.account_id ?? null,
      content: JSON.stringify(data),
      expires: now + (data.account_id ? SIGNED_IN : ANONYMOUS),
      seen: now,
      agent: data.agent ?? '',
    }
    atomically(this.#db, async (db) => {
      await db.deleteFrom('sign_in').where('expires', '<=', now).execute()
      await db
        .insertInto('sign_in')
        .values({ key_hash: keyHash(key), created: now, ...row })
        .onConflict((on) => on.column('key_hash').doUpdateSet(row))
        .execute()
    }).then(() => done(), done)
  }

  override destroy(key: string, done: (error?: unknown) => void = () => {}): void {
    atomically(this.#db, (db) =>
      db.deleteFrom('sign_in').where('key_hash', '=', keyHash(key)).execute(),
    ).then(() => done(), done)
  }

  #noteSeen(key_hash: string, before: number): void {
    const seen = this.#clock().getTime()
    this.#note(key_hash, before, seen, () =>
      atomically(this.#db, (db) =>
        db.updateTable('sign_in').set({ seen }).where('key_hash', '=', key_hash).execute(),
      ),
    )
  }
}
