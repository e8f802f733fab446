import type { Db, Read } from '../db/tables.ts'

export type SavedView = Read<typeof viewsOf>[number]

/** Of one account, the latest first. */
export function viewsOf(db: Db, account_id: number) {
  return db
    .selectFrom('saved_view')
    .select(['id', 'name', 'path', 'created'])
    .where('account_id', '=', account_id)
    .orderBy('id', 'desc')
    .execute()
}
