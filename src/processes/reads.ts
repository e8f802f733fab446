import type { Db } from '../db/tables.ts'
import { gone, notFound } from '../kernel/fault.ts'

/** @throws Refusal 404 or 410 */
export async function theProcess(db: Db, slug: string) {
  const process = await db.selectFrom('process').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!process) notFound('process', slug.slice(0, 80))
  if (process.withdrawn !== null) gone('process', slug, process.withdrawn)
  return process
}

export function processesByTitle(
  db: Db,
  { limit = 1000, offset = 0 }: { limit?: number; offset?: number } = {},
) {
  return db
    .selectFrom('process')
    .select([
      'id',
      'slug',
      'title',
      'summary',
      'conflict_name',
      'date',
      'date_earliest',
      'date_latest',
      'status',
    ])
    .where('withdrawn', 'is', null)
    .orderBy('title_folded')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export function tracksOf(db: Db, processIds: number[]) {
  return db
    .selectFrom('track')
    .select(['id', 'process_id', 'title', 'level', 'summary'])
    .where('process_id', 'in', processIds)
    .where('withdrawn', 'is', null)
    .orderBy('process_id')
    .orderBy('id')
    .execute()
}
