import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'

/** A claim that became known after a day, or that its source took back after it. */
export interface Event {
  claim_id: number
  what: 'claimed' | 'taken back'
  /** Counted from 1970-01-01. */
  day: number
  record: string
  record_id: number
  field: string
}

/** What the question is narrowed to. */
export type Within = { round: number } | { process: number } | null

/** What changed after this day, in order of the days. */
export async function eventsSince(
  db: Db,
  day: number,
  within: Within,
  { limit, offset }: { limit: number; offset: number },
): Promise<Event[]> {
  const known = (field: string) =>
    sql`known.record = 'claim' and known.field = ${sql.lit(field)} and known.day > ${day}`
  const one = (field: string, what: string) => sql`
    select claim.id as claim_id, ${what} as what, known.day, claim.record, claim.record_id, coalesce(claim.field, '') as field
    from ${among(within)} join first_known as known on known.record_id = claim.id
    where ${known(field)} and claim.withdrawn is null`
  const all = (field: string, what: string) => sql`
    select claim.id as claim_id, ${what} as what, known.day, claim.record, claim.record_id, coalesce(claim.field, '') as field
    from first_known as known join claim on claim.id = known.record_id
    where ${known(field)} and claim.withdrawn is null`
  const arm = within === null ? all : one
  // The days of each kind are read along their own index, no further than the page.
  const first = (field: string, what: string) =>
    sql`select * from (${arm(field, what)} order by known.day, known.record_id limit ${limit + offset})`
  const { rows } = await sql<Event>`
    ${first('', 'claimed')} union all ${first('taken', 'taken back')}
    order by day, claim_id, what limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** Claims on a round and all its parts, or on a process with all of its rounds. */
function among(within: Within) {
  const [column, id] =
    within === null
      ? ['', 0]
      : 'round' in within
        ? ['round_id', within.round]
        : ['process_id', within.process]
  return sql`(select distinct record, record_id from field_step where ${sql.ref(column)} = ${id}) as part
    join claim on claim.record = part.record and claim.record_id = part.record_id`
}
