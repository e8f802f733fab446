import type { Generated } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { Stored } from '../fields/kind.ts'
import type { Author } from '../kernel/author.ts'

declare module '../db/tables.ts' {
  interface Tables {
    revision: {
      id: Generated<number>
      /** UTC, ISO 8601. Order is by id: a clock may be set back. */
      at: string
      account_id: number | null
      who: string
      /** The second reader; null where there was none. */
      published_by: string | null
      action: Action
      record: string
      record_id: number
      reason: string | null
      /** JSON of the fields that changed. */
      before: string | null
      after: string | null
    }
  }
}

type Action = 'created' | 'changed' | 'withdrawn' | 'restored'

export interface Change {
  action: Action
  record: string
  record_id: number
  reason?: string | null
  before?: Record<string, Stored> | null
  after?: Record<string, Stored> | null
}

/** Adds to the history, in the transaction of the change itself. */
export function remember(db: Db, by: Author, change: Change): Promise<void> {
  return rememberAll(db, by, [change])
}

export async function rememberAll(
  db: Db,
  { account_id, who, published_by, clock }: Author,
  changes: Change[],
): Promise<void> {
  const at = clock().toISOString()
  const rows = changes.map(({ action, record, record_id, reason = null, before = null, after = null }) => ({
    at,
    account_id,
    who,
    published_by: published_by ?? null,
    action,
    record,
    record_id,
    reason,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
  }))
  for (let from = 0; from < rows.length; from += 1000) {
    await db
      .insertInto('revision')
      .values(rows.slice(from, from + 1000))
      .execute()
  }
}
