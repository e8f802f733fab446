import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** A form that was sent once answers again with what it made. */
    submission: { token: string; account_id: number; record: string; record_id: number }
  }
}

/** The record that this form made or changed when it was sent before; null where it was not. */
export async function madeBy(db: Db, { account_id }: Author, token: string): Promise<number | null> {
  const found = await db
    .selectFrom('submission')
    .select('record_id')
    .where('token', '=', token)
    .where('account_id', '=', account_id)
    .executeTakeFirst()
  return found?.record_id ?? null
}

export async function keepSubmission(
  db: Db,
  by: Author,
  token: string,
  record: string,
  record_id: number,
): Promise<void> {
  await db
    .insertInto('submission')
    .values({ token, account_id: by.account_id ?? 0, record, record_id })
    .onConflict((on) => on.doNothing())
    .execute()
}
