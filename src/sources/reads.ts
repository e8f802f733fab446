import type { Db, Read } from '../db/tables.ts'
import { gone, notFound } from '../kernel/fault.ts'

/** @throws Refusal 404 or 410 */
export async function theSource(db: Db, id: number) {
  const source = await db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst()
  if (!source) notFound('source', id)
  if (source.withdrawn !== null) gone('source', id, source.withdrawn)
  return source
}

export type Source = Read<typeof theSource>

export function sourcesWithIds(db: Db, ids: number[]): Promise<Source[]> {
  return db
    .selectFrom('source')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('publisher')
    .orderBy('id')
    .execute()
}

/** A source on record at this web address. */
export async function sourceAt(db: Db, url: string): Promise<{ id: number; publisher: string } | null> {
  const found = await db
    .selectFrom('source')
    .select(['id', 'publisher'])
    .where('url', '=', url)
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .executeTakeFirst()
  return found ?? null
}

/** The sources entered last, for a form to suggest. */
export function latestSources(db: Db) {
  return db
    .selectFrom('source')
    .select(['id', 'publisher', 'title'])
    .where('withdrawn', 'is', null)
    .orderBy('id', 'desc')
    .limit(300)
    .execute()
}

export function sourcesByPublisher(db: Db, { limit, offset }: { limit: number; offset: number }) {
  return db
    .selectFrom('source')
    .select(['id', 'publisher', 'title', 'published', 'kind', 'reliability'])
    .where('withdrawn', 'is', null)
    .orderBy('publisher')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** Sources that are a version of this one or carry it word for word, the first 200. */
export async function sourcesBehind(db: Db, id: number) {
  const pointing = (column: 'version_of_id' | 'republishes_id') =>
    db
      .selectFrom('source')
      .select(['id', 'publisher', 'title'])
      .where(column, '=', id)
      .where('withdrawn', 'is', null)
      .orderBy('id')
      .limit(200)
      .execute()
  const [versions, republished] = await Promise.all([pointing('version_of_id'), pointing('republishes_id')])
  return { versions, republished }
}
