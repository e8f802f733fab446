import { type SqlBool, sql } from 'kysely'
import { placesByKey, placesOf } from '../catalogue/reads.ts'
import { recordNamed } from '../catalogue/records.ts'
import { rowsAmong } from '../catalogue/rows.ts'
import { recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { anyOf } from '../sources/claim-reads.ts'
import { type FieldRef, fieldOf, subjectsOf } from '../sources/field-ref.ts'
import { sayField } from './value.ts'

/** What these fields say, in words: a question for each kind of record, one for their names, however many fields. */
export async function valuesOf(db: Db, refs: FieldRef[]): Promise<(ref: FieldRef) => string> {
  const subjects = subjectsOf(refs)
  const rows = new Map<string, Awaited<ReturnType<typeof rowsAmong>>>()
  for (const [record, ids] of subjects) rows.set(record, await rowsAmong(db, record, ids))
  const pointed = refs.flatMap(({ record, record_id, field }) => {
    const refers = recordNamed(record)?.fields[field]?.refers
    const id = rows.get(record)?.get(record_id)?.[field]
    return refers && id ? [{ record: refers, record_id: Number(id) }] : []
  })
  const places = await placesOf(db, subjectsOf(pointed))
  const named = placesByKey(places)
  const hidden = await hiddenOf(db, subjects)
  return (ref) => {
    const kind = recordNamed(ref.record)
    const row = rows.get(ref.record)?.get(ref.record_id)
    if (!kind || !row || hidden.has(fieldOf(ref))) return ''
    return sayField(
      kind,
      row,
      ref.field,
      (record, id) => named.get(`${record} ${id}`)?.label ?? `${recordWords(record)} ${id}`,
    )
  }
}

/** Fields that were not known on the day as of which the record is read. */
async function hiddenOf(db: Db, subjects: Map<string, number[]>): Promise<Set<string>> {
  if (subjects.size === 0) return new Set()
  const rows = await db
    .selectFrom('hidden')
    .select(['record', 'record_id', 'field'])
    .where(anyOf('hidden', subjects))
    .execute()
  return new Set(rows.map(fieldOf))
}

/** That a claim is about the field; whoever speaks of any field of a record speaks of the record as a whole. */
export function onField({ record, record_id, field }: FieldRef) {
  const one = field === '' ? sql`` : sql`and claim.field = ${field}`
  return sql<SqlBool>`(claim.record = ${record} and claim.record_id = ${record_id} ${one})`
}
