import { placesByKey, placesOf } from '../../catalogue/reads.ts'
import { type AnyRow, rowsWith } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import { notFound } from '../../kernel/fault.ts'
import { fold } from '../../kernel/fold.ts'
import { idsNamed } from '../../parties/reads.ts'

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

/** Columns by which a record is looked for, as an index has them; people, parties and venues go by all their names. */
const columns: Record<string, string[]> = {
  round: ['title_folded'],
  process: ['slug', 'title_folded'],
  issue: ['code'],
  source: ['url'],
}

/** Records that stand and bear this name. */
export async function bearing(db: Db, record: string, typed: string): Promise<AnyRow[]> {
  if (record === 'venue' || record === 'party' || record === 'person') {
    const named = await idsNamed(db, record, [fold(typed)])
    return standing(await rowsWith(db, record, 'id', [...new Set(named.map(({ id }) => id))]))
  }
  const found: AnyRow[] = []
  for (const column of columns[record] ?? [])
    found.push(...(await rowsWith(db, record, column, [column.endsWith('_folded') ? fold(typed) : typed])))
  return standing(found)
}

function standing(rows: AnyRow[]): AnyRow[] {
  return rows.filter(({ withdrawn }) => withdrawn === null)
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
