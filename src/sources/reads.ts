import { sql } from 'kysely'
import type { Db, Read } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
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
    .limit(200)
    .execute()
}

export function sourcesByPublisher(db: Db, { limit, offset }: { limit: number; offset: number }) {
  return db
    .selectFrom('source')
    .select(['id', 'publisher', 'title', 'published', 'kind'])
    .where('withdrawn', 'is', null)
    .orderBy('publisher')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** Sources that carry this one word for word, the first 200. */
export function republicationsOf(db: Db, id: number) {
  return db
    .selectFrom('source')
    .select(['id', 'publisher', 'title'])
    .where('republishes_id', '=', id)
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .limit(200)
    .execute()
}

/**
 * All states of the page that this source is one of, in the order of their dates, the first 200; it alone where there is
 * no other.
 */
export function versionsOf(db: Db, id: number): Promise<Source[]> {
  return db
    .withRecursive('earlier(id)', (db) =>
      db
        .selectFrom('source')
        .select('source.id')
        .where('source.id', '=', id)
        .union((db) =>
          db
            .selectFrom('earlier')
            .innerJoin('source', 'source.id', 'earlier.id')
            .where('source.version_of_id', 'is not', null)
            .select('source.version_of_id as id')
            .$castTo<{ id: number }>(),
        ),
    )
    .withRecursive('version(id)', (db) =>
      db
        .selectFrom('earlier')
        .select('earlier.id')
        .union((db) =>
          db
            .selectFrom('version')
            .innerJoin('source', 'source.version_of_id', 'version.id')
            .where('source.version_of_id', 'is not', null)
            .select('source.id'),
        ),
    )
    .selectFrom('source')
    .selectAll('source')
    .where('source.id', 'in', (db) => db.selectFrom('version').select('version.id'))
    .where('withdrawn', 'is', null)
    .orderBy(sql`coalesce(published_earliest, ${OPEN})`)
    .orderBy('source.id')
    .limit(200)
    .execute()
}

/** Of this many claims a list tells how many are on disputed fields. */
export const COUNTED_CLAIMS = 500

export interface SaidCount {
  id: number
  claims: number
  disputed: number
}

/** How much each of these sources says, and how much of that is on disputed fields; counting stops behind the limit. */
export async function saidCountsOf(db: Db, sourceIds: number[]): Promise<Map<number, SaidCount>> {
  // A cross join keeps SQLite to this order: else it goes through all disputed fields for each source.
  const some = (limit: number) => sql`select record, record_id, coalesce(field, '') as field from claim
    where source_id = source.id and withdrawn is null order by record, record_id, id limit ${limit}`
  const { rows } = await sql<SaidCount>`
    select id, (select count(*) from (${some(COUNTED_CLAIMS + 1)})) as claims,
      (select count(*) from (${some(COUNTED_CLAIMS)}) said cross join field_status on field_status.record = said.record
        and field_status.record_id = said.record_id and field_status.field = said.field
        and field_status.status = 'disputed') as disputed
    from source where id in (${sql.join(sourceIds)})`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
