import { placesByKey, placesOf } from '../../catalogue/reads.ts'
import { type AnyRow, rowsWith } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import { notFound } from '../../kernel/fault.ts'
import { idsOf } from '../../kernel/ids.ts'
import { idsCalled, isCalled } from '../called-reads.ts'

export interface Earlier {
  label: string
  href: string
}

/** What was merged into this record by hand, the latest first, and where that is undone. */
export async function earlierMergers(db: Db, record: string, id: number): Promise<Earlier[]> {
  const mergers = await db
    .selectFrom('merger')
    .select(['id', 'record_id'])
    .where('record', '=', record)
    .where('into_id', '=', id)
    .where('parent_id', 'is', null)
    .where('withdrawn', 'is', null)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  const ids = mergers.map(({ record_id }) => record_id)
  const places = placesByKey(ids.length === 0 ? [] : await placesOf(db, new Map([[record, ids]])))
  return mergers.map((merger) => {
    const label = places.get(`${record} ${merger.record_id}`)?.label ?? record
    return { label: `${label} (${merger.record_id})`, href: `/mergers/${merger.id}/undo` }
  })
}

/** @throws Refusal 404 */
export async function theMerger(db: Db, id: number) {
  const merger = await db.selectFrom('merger').selectAll().where('id', '=', id).executeTakeFirst()
  return merger ?? notFound('merger', id)
}

export type Merger = Awaited<ReturnType<typeof theMerger>>

/** Records that stand and bear this name; a source has none, and is known by its web address. */
export async function bearing(db: Db, record: string, typed: string): Promise<number[]> {
  if (record === 'source') return idsOf((await rowsWith(db, record, 'url', [typed])).filter(isStanding))
  return isCalled(record) ? [...new Set(idsOf(await idsCalled(db, record, [typed])))] : []
}

function isStanding({ withdrawn }: AnyRow): boolean {
  return withdrawn === null
}

/** What one merging did: all steps of the history from the merger to the withdrawal of what was merged. */
export async function stepsOfMerger(db: Db, { id, record, record_id }: Merger) {
  const first = await db
    .selectFrom('revision')
    .select('id')
    .where('record', '=', 'merger')
    .where('record_id', '=', id)
    .where('action', '=', 'created')
    .executeTakeFirst()
  const last = await db
    .selectFrom('revision')
    .select('id')
    .where('record', '=', record)
    .where('record_id', '=', record_id)
    .where('id', '>', first?.id ?? 0)
    .where('action', '=', 'withdrawn')
    .orderBy('id')
    .executeTakeFirst()
  if (!first || !last) return []
  return db
    .selectFrom('revision')
    .selectAll()
    .where('id', '>=', first.id)
    .where('id', '<=', last.id)
    .orderBy('id')
    .execute()
}

export type MergerStep = Awaited<ReturnType<typeof stepsOfMerger>>[number]
