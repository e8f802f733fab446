import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { StatusRow } from './fields.ts'

type FieldElsewhere = Pick<StatusRow, 'record' | 'record_id' | 'field' | 'status'>

/** The fields of a round and its parts on which other sources make claims that stand and this one makes none. */
export async function fieldsElsewhere(
  db: Db,
  sourceId: number,
  roundId: number,
  limit: number,
): Promise<FieldElsewhere[]> {
  const { rows } = await sql<FieldElsewhere>`
    select record, record_id, field, status from field_status about where round_id = ${roundId}
      and not exists (select 1 from claim where source_id = ${sourceId} and claim.record = about.record
        and claim.record_id = about.record_id and coalesce(claim.field, '') = about.field and withdrawn is null)
      and exists (select 1 from claim where claim.record = about.record and claim.record_id = about.record_id
        and coalesce(claim.field, '') = about.field and taken is null and withdrawn is null)
    order by record, record_id, field limit ${limit}`.execute(db)
  return rows
}
