import { recordNamed } from '../catalogue/records.ts'
import { pagesOf } from '../catalogue/rows.ts'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { liken } from '../likeness/alike-writes.ts'
import { likenedKinds } from '../likeness/trait-reads.ts'
import { subjectKinds } from './setting-reads.ts'
import { restate } from './status-writes.ts'

export interface Restated {
  records: number
  /** "round 1001": what stood differs from what the claims say. There must be none. */
  differing: string[]
}

/** Judges the whole record anew, some hundred records at a time, and tells where what was derived of it was wrong. */
export async function restateAll(db: Db): Promise<Restated> {
  const differing: string[] = []
  let records = 0
  for (const record of subjectKinds) {
    const kind = recordNamed(record)
    if (!kind) continue
    for await (const rows of pagesOf(db, kind)) {
      records += rows.length
      differing.push(...(await restatePage(db, record, idsOf(rows))))
    }
  }
  return { records, differing }
}

function restatePage(db: Db, record: string, ids: number[]): Promise<string[]> {
  return atomically(db, async (db) => {
    const before = await storedOf(db, record, ids)
    await restate(db, record, ids)
    if (likenedKinds.includes(record)) await liken(db, record, ids)
    const after = await storedOf(db, record, ids)
    return ids.filter((id) => before.get(id) !== after.get(id)).map((id) => `${record} ${id}`)
  })
}

/** All that is derived of each record, as one text. */
async function storedOf(db: Db, record: string, ids: number[]): Promise<Map<number, string>> {
  const of = (table: 'field_step' | 'first_known') =>
    db
      .selectFrom(table)
      .selectAll()
      .where('record', '=', record)
      .where('record_id', 'in', ids)
      .orderBy('record_id')
      .orderBy('field')
      .execute()
  const claims = await db
    .selectFrom('claim')
    .innerJoin('first_known', (on) =>
      on.on('first_known.record', '=', 'claim').onRef('first_known.record_id', '=', 'claim.id'),
    )
    .where('claim.record', '=', record)
    .where('claim.record_id', 'in', ids)
    .select(['claim.record_id', 'claim.id', 'first_known.field', 'first_known.day'])
    .orderBy('claim.id')
    .orderBy('first_known.field')
    .execute()
  const stored = new Map<number, string>()
  const likenesses = await likenessOf(db, record, ids)
  for (const row of [...(await of('field_step')), ...(await of('first_known')), ...claims, ...likenesses])
    stored.set(row.record_id, `${stored.get(row.record_id) ?? ''}${JSON.stringify(row)}\n`)
  return stored
}

async function likenessOf(db: Db, record: string, ids: number[]) {
  const known = await db
    .selectFrom('likeness')
    .selectAll()
    .where('record', '=', record)
    .where('record_id', 'in', ids)
    .orderBy('record_id')
    .orderBy('rule')
    .orderBy('key')
    .orderBy('told')
    .execute()
  const pairs = await db
    .selectFrom('lookalike')
    .select(['other as record_id', 'one', 'rule'])
    .where('record', '=', record)
    .where('other', 'in', ids)
    .orderBy('other')
    .orderBy('one')
    .execute()
  return [...known, ...pairs]
}
