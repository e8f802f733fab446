import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** A form that was sent once answers again with what it made. */
    submission: { token: string; account_id: number; round_id: number }
  }
}

/** The round that this form made or changed when it was sent before; null where it was not. */
export async function roundMadeBy(db: Db, { account_id }: Author, token: string): Promise<number | null> {
  const found = await db
    .selectFrom('submission')
    .select('round_id')
    .where('token', '=', token)
    .where('account_id', '=', account_id)
    .executeTakeFirst()
  return found?.round_id ?? null
}

export async function keepSubmission(db: Db, by: Author, token: string, round_id: number): Promise<void> {
  await db
    .insertInto('submission')
    .values({ token, account_id: by.account_id ?? 0, round_id })
    .onConflict((on) => on.doNothing())
    .execute()
}
