import type { Db } from '../../db/tables.ts'
import type { Article } from '../../intake/article.ts'
import { notFound } from '../../kernel/fault.ts'

/** Texts listed on the page where one is pasted. */
const LISTED = 20

/** @throws Refusal 404 */
export async function theIntake(db: Db, id: number) {
  const found = await db.selectFrom('intake').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) notFound('text', id)
  return { ...found, article: JSON.parse(found.article) as Article }
}

export type Intake = Awaited<ReturnType<typeof theIntake>>

/** The texts pasted last, by anybody. */
export function latestIntakes(db: Db) {
  return db
    .selectFrom('intake')
    .innerJoin('account', 'account.id', 'account_id')
    .select(['intake.id', 'publisher', 'title', 'published', 'made', 'account.name as who'])
    .orderBy('intake.id', 'desc')
    .limit(LISTED)
    .execute()
}
