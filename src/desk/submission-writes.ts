import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import type { Written } from './form.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** A form that was sent once answers again with what it made. */
    submission: { token: string; account_id: number; record: string; record_id: number; leads_to: string }
  }
}

/** What this form made or changed when it was sent before; null where it was not. */
export async function madeBy(db: Db, { account_id }: Author, token: string): Promise<Written | null> {
  const found = await db
    .selectFrom('submission')
    .select(['record', 'record_id as id', 'leads_to as leadsTo'])
    .where('token', '=', token)
    .where('account_id', '=', account_id)
    .executeTakeFirst()
  return found ?? null
}

/** What another text sent from the same showing of the form made; null where nothing was. */
export async function madeFrom(db: Db, { account_id }: Author, showing: string): Promise<Written | null> {
  const found = await db
    .selectFrom('submission')
    .select(['record', 'record_id as id', 'leads_to as leadsTo'])
    // "/" follows "." in the order of letters.
    .where('token', '>', `${showing}.`)
    .where('token', '<', `${showing}/`)
    .where('account_id', '=', account_id)
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

export async function keepSubmission(
  db: Db,
  by: Author,
  token: string,
  { record, id, leadsTo }: Written,
): Promise<void> {
  await db
    .insertInto('submission')
    .values({ token, account_id: by.account_id ?? 0, record, record_id: id, leads_to: leadsTo })
    .onConflict((on) => on.doNothing())
    .execute()
}
