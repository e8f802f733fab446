import type { Db } from '../db/tables.ts'

/** All that is derived of each of these records, as one text. */
export async function derivedOf(db: Db, record: string, ids: number[]): Promise<Map<number, string>> {
  const rows = [
    ...(await judged(db, 'field_step', record, ids)),
    ...(await judged(db, 'first_known', record, ids)),
    ...(await claimsOn(db, record, ids)),
    ...(await likenessOf(db, record, ids)),
    ...(await calledOf(db, record, ids)),
  ]
  const derived = new Map<number, string>()
  for (const row of rows)
    derived.set(row.record_id, `${derived.get(row.record_id) ?? ''}${JSON.stringify(row)}\n`)
  return derived
}

function judged(db: Db, table: 'field_step' | 'first_known', record: string, ids: number[]) {
  return db
    .selectFrom(table)
    .selectAll()
    .where('record', '=', record)
    .where('record_id', 'in', ids)
    .orderBy('record_id')
    .orderBy('field')
    .execute()
}

/** When each claim on them was known. */
function claimsOn(db: Db, record: string, ids: number[]) {
  return db
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
}

function calledOf(db: Db, record: string, ids: number[]) {
  return db
    .selectFrom('called')
    .selectAll()
    .where('record', '=', record)
    .where('record_id', 'in', ids)
    .orderBy('record_id')
    .orderBy('is_inner')
    .orderBy('tail')
    .execute()
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
