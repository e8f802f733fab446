import { sql } from 'kysely'
import type { Db, Tables } from '../db/tables.ts'
import { answeredWhileUnchanged } from '../db/unchanged.ts'
import { groupBy } from '../kernel/group.ts'
import { anyOf } from '../sources/claim-reads.ts'
import { fieldOf, subjectsOf } from '../sources/field-ref.ts'
import type { StatusRow } from '../sources/fields.ts'

export interface DisputesAsked {
  /** Null for all, those without a process included. */
  processes: number[] | null
  record: string[]
  field: string[]
}

/** Disputed fields in the order of their index: process by process, kind by kind, record by record. */
export function disputedFields(
  db: Db,
  asked: DisputesAsked,
  { limit, offset }: { limit: number; offset: number },
): Promise<StatusRow[]> {
  return matching(db, asked)
    .selectAll()
    .orderBy('process_id')
    .orderBy('record')
    .orderBy('record_id')
    .orderBy('field')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** No more than this many are counted. */
export const COUNTED = 10_000

export function countDisputed(db: Db, { processes, record, field }: DisputesAsked): Promise<number> {
  return counted(db, { processes, record, field })
}

/** As known on an earlier day each field has to be looked at by itself, so a count is kept. */
const counted = answeredWhileUnchanged(async (db, asked: DisputesAsked) => {
  const some = matching(db, asked).select('record_id').limit(COUNTED)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
})

function matching(db: Db, { processes, record, field }: DisputesAsked) {
  let disputed = db.selectFrom('field_status').where('status', '=', 'disputed')
  if (processes !== null) disputed = disputed.where('process_id', 'in', processes)
  if (record.length > 0) disputed = disputed.where('record', 'in', record)
  if (field.length > 0) disputed = disputed.where('field', 'in', field)
  return disputed
}

/** Rival values that a list shows of a field. */
const SHOWN = 5

interface Rival {
  record: string
  record_id: number
  field: string | null
  affirms: number
  value: string | null
  value_exactness: Tables['claim']['value_exactness']
  claims: number
  values_in_all: number
}

/** The different answers on these fields, each once, the first few of each field. */
export async function rivalsOn(db: Db, rows: StatusRow[]): Promise<Map<string, Rival[]>> {
  if (rows.length === 0) return new Map()
  const fields = [...new Set(rows.map(({ field }) => field))]
  const found = await sql<Rival>`
    select * from (
      select record, record_id, field, affirms, value, value_exactness, count(*) as claims,
        row_number() over (partition by record, record_id, field order by min(id)) as nth,
        count(*) over (partition by record, record_id, field) as values_in_all
      from claim
      where ${anyOf('claim', subjectsOf(rows))} and coalesce(field, '') in (${sql.join(fields)})
        and withdrawn is null and taken is null
      group by record, record_id, field, affirms, value, value_exactness)
    where nth <= ${SHOWN} order by record, record_id, field, nth`.execute(db)
  return groupBy(found.rows, fieldOf)
}

export function processesWithSlugs(db: Db, slugs: string[]) {
  return db
    .selectFrom('process')
    .select(['id', 'slug'])
    .where('slug', 'in', slugs)
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .execute()
}
