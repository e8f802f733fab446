import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'
import { Refusal } from '../kernel/fault.ts'
import { viewsOf } from './reads.ts'

/** So many views one account may keep. */
export const MOST = 100

/** @throws Refusal 401 without an account, 409 where they have a view of this name, or as many as they may */
export async function saveView(db: Db, by: Author, view: { name: string; path: string }): Promise<void> {
  const account_id = ownerIn(by)
  await atomically(db, async (db) => {
    const views = await viewsOf(db, account_id)
    if (views.length >= MOST) throw new Refusal(409, `You have ${MOST} saved views: delete one first.`)
    refuseTaken(views, view.name)
    await db
      .insertInto('saved_view')
      .values({ ...view, account_id, created: by.clock().toISOString() })
      .execute()
  })
}

/** One of one's own. @throws Refusal 404, and 409 where another has the name */
export async function renameView(db: Db, by: Author, id: number, name: string): Promise<void> {
  const account_id = ownerIn(by)
  await atomically(db, async (db) => {
    const views = await viewsOf(db, account_id)
    refuseTaken(
      views.filter((view) => view.id !== id),
      name,
    )
    const { numUpdatedRows } = await db
      .updateTable('saved_view')
      .set({ name })
      .where('id', '=', id)
      .where('account_id', '=', account_id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) notTheirs()
  })
}

/** One of one's own. @throws Refusal 404 */
export async function deleteView(db: Db, by: Author, id: number): Promise<void> {
  const account_id = ownerIn(by)
  await atomically(db, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('saved_view')
      .where('id', '=', id)
      .where('account_id', '=', account_id)
      .executeTakeFirst()
    if (numDeletedRows === 0n) notTheirs()
  })
}

function ownerIn({ account_id }: Author): number {
  if (account_id === null) throw new Refusal(401, 'Sign in first.')
  return account_id
}

function refuseTaken(views: ReadonlyArray<{ name: string }>, name: string): void {
  if (views.some((view) => view.name === name))
    throw new Refusal(409, 'You have a view of this name already: choose another one.')
}

function notTheirs(): never {
  throw new Refusal(404, 'You have no such view; it may be deleted already.')
}
