import { type SqlBool, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'
import { idsOf } from '../kernel/ids.ts'
import { anyOf } from '../sources/claim-reads.ts'
import { type FieldRef, fieldOf } from '../sources/field-ref.ts'
import type { StatusRow } from '../sources/fields.ts'
import type { Look } from './look.ts'
import { onField } from './value-reads.ts'

/** Dated claims in the order they were made, then those of which neither day nor source's day is given. */
const inOrder = sql`coalesce(nullif(asserted_earliest, ${-OPEN}), nullif(published_earliest, ${-OPEN})) nulls last, claim.id`

/** The claims on one field, or on all of a record, earliest first; no limit means all. */
export async function claimIdsOnField(
  db: Db,
  ref: FieldRef,
  { limit = -1, offset = 0 } = {},
): Promise<number[]> {
  const rows = await db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source_id')
    .select('claim.id')
    .where(onField(ref))
    .where('claim.withdrawn', 'is', null)
    .orderBy(inOrder)
    .limit(limit)
    .offset(offset)
    .execute()
  return idsOf(rows)
}

/** All claims on these records, record by record and field by field. */
export async function claimIdsAbout(db: Db, subjects: Map<string, number[]>): Promise<number[]> {
  if (subjects.size === 0) return []
  const rows = await db
    .selectFrom('claim')
    .innerJoin('source', 'source.id', 'claim.source_id')
    .select('claim.id')
    .where(anyOf('claim', subjects))
    .where('claim.withdrawn', 'is', null)
    .orderBy('claim.record')
    .orderBy('claim.record_id')
    .orderBy('claim.field')
    .orderBy(inOrder)
    .execute()
  return idsOf(rows)
}

/** How many claims on these records were first known after the day, by field; read from the record as it is today. */
export async function laterOn({ today, day, known }: Look, subjects: Map<string, number[]>) {
  if (known === null || subjects.size === 0) return new Map<string, number>()
  const rows = await today
    .selectFrom('claim')
    .innerJoin('first_known', (on) =>
      on
        .on('first_known.record', '=', 'claim')
        .onRef('first_known.record_id', '=', 'claim.id')
        .on('first_known.field', '=', ''),
    )
    .where(anyOf('claim', subjects))
    .where('claim.withdrawn', 'is', null)
    .where('first_known.day', '>', day)
    .select((of) => ['claim.record', 'claim.record_id', 'claim.field', of.fn.countAll<number>().as('later')])
    .groupBy(['claim.record', 'claim.record_id', 'claim.field'])
    .execute()
  return new Map(rows.map((row) => [fieldOf(row), row.later]))
}

/** How the status of a field went from day to day, as far as the record is read. */
export function stepsOn(db: Db, { record, record_id, field }: FieldRef) {
  return db
    .selectFrom('field_step')
    .selectAll()
    .where('record', '=', record)
    .where('record_id', '=', record_id)
    .where('field', '=', field)
    .where(sql<SqlBool>`since <= (select day from as_of)`)
    .orderBy('since')
    .execute()
}

/** The status of every field of one record, or of a round and all its parts. */
export async function statusesIn(
  db: Db,
  of: { record: string; id: number } | { round: number },
): Promise<StatusRow[]> {
  const all = db.selectFrom('field_status').selectAll()
  const asked =
    'round' in of
      ? all.where('round_id', '=', of.round)
      : all.where('record', '=', of.record).where('record_id', '=', of.id)
  return asked.orderBy('record').orderBy('record_id').orderBy('field').execute()
}

/** The statuses of these fields, as far as they were known. */
export async function statusesOfFields(db: Db, refs: FieldRef[], subjects: Map<string, number[]>) {
  if (refs.length === 0) return new Map<string, StatusRow>()
  const rows: StatusRow[] = await db
    .selectFrom('field_status')
    .selectAll()
    .where(anyOf('field_status', subjects))
    .orderBy('record')
    .orderBy('record_id')
    .orderBy('field')
    .execute()
  return new Map(rows.map((row) => [fieldOf(row), row]))
}
