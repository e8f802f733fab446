import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { FieldRef } from '../sources/field-ref.ts'
import { onField } from './value-reads.ts'

/** One step of the history; `before` and `after` are JSON of the fields that changed. */
export interface Revision {
  id: number
  at: string
  who: string
  published_by: string | null
  action: 'created' | 'changed' | 'withdrawn' | 'restored'
  record: string
  record_id: number
  reason: string | null
  before: string | null
  after: string | null
}

/**
 * What was done to a field, the newest first: to the record where it bears on the field, to its claims and their
 * chains, to its readings. Links that came with their claim are part of its entry.
 */
export async function historyOf(
  db: Db,
  ref: FieldRef,
  { limit, offset }: { limit: number; offset: number },
): Promise<Revision[]> {
  const { record, record_id, field } = ref
  const path = `$.${field}`
  const name = field === '' ? null : field
  const touches =
    field === ''
      ? sql`1`
      : sql`(action in ('withdrawn', 'restored') or json_type(after, ${path}) is not null or json_type(before, ${path}) is not null)`
  const { rows } = await sql<Revision>`
    with mine as (
      select id from revision where record = ${record} and record_id = ${record_id} and ${touches}
      union select revision.id from claim
        cross join revision on revision.record = 'claim' and revision.record_id = claim.id
        where ${onField(ref)}
      union select revision.id from claim cross join relay on relay.claim_id = claim.id
        cross join revision on revision.record = 'relay' and revision.record_id = relay.id
        where ${onField(ref)}
          and (action != 'created' or not exists (select 1 from revision as entry
            where entry.record = 'claim' and entry.record_id = claim.id and entry.action = 'created' and entry.at = revision.at))
      union select revision.id from reading
        cross join revision on revision.record = 'reading' and revision.record_id = reading.id
        where reading.record = ${record} and reading.record_id = ${record_id} and reading.field is ${name})
    select id, at, who, published_by, action, record, record_id, reason, before, after from revision
    where id in (select id from mine) order by id desc limit ${limit} offset ${offset}`.execute(db)
  return rows
}
