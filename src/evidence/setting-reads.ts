import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'

/** Where a record belongs, and the day before which nobody can have known of it; null for what has no day of its own. */
export interface Setting {
  id: number
  round_id: number | null
  process_id: number | null
  /** Counted from 1970-01-01. */
  day: number | null
}

const onRound = sql`join round on round.id = one.round_id and round.withdrawn is null
  join track on track.id = round.track_id`
const onOutcome = sql`join outcome on outcome.id = one.outcome_id and outcome.withdrawn is null
  join round on round.id = outcome.round_id and round.withdrawn is null join track on track.id = round.track_id`
const alone = (table: string) =>
  sql`one.id, null as round_id, null as process_id, null as day from ${sql.table(table)} one`

/**
 * The first day on which any of these rows, and that it points to the record, was known. What stands has been judged
 * before; no evidence is due for a track, so it only has to stand itself.
 */
function firstOf(...pointing: Array<[table: string, column: string]>): RawBuilder<unknown> {
  const days = pointing.map(
    ([table, column]) => sql`select max(coalesce(known.day, ${-OPEN}), coalesce(pointed.day, ${-OPEN})) as day
      from ${sql.table(table)} part
      left join first_known known on known.record = ${sql.lit(table)} and known.record_id = part.id and known.field = ''
      left join first_known pointed on pointed.record = ${sql.lit(table)} and pointed.record_id = part.id
        and pointed.field = ${sql.lit(column)}
      where ${sql.ref(`part.${column}`)} = one.id and part.withdrawn is null and ${
        table === 'track'
          ? sql`true`
          : sql`exists (select 1 from field_step where field_step.record = ${sql.lit(table)} and field_step.record_id = part.id)`
      }`,
  )
  return sql`(select min(day) from (${sql.join(days, sql` union all `)}))`
}

/** Known no later than what points to them: whoever shows a round shows its process, and a delegate its person. */
export const pointedTo = ['proposal', 'venue', 'person', 'track', 'process']

/** For each kind of record: only what stands, and whose round or proposal stands. */
const settings: Record<string, RawBuilder<unknown>> = {
  source: sql`one.id, null as round_id, null as process_id, published_earliest as day from source one`,
  party: alone('party'),
  office: alone('office'),
  name: alone('name'),
  issue: alone('issue'),
  round: sql`one.id, one.id as round_id, process_id, one.date_earliest as day from round one
    join track on track.id = one.track_id`,
  session: sql`one.id, round_id, process_id, coalesce(one.date_earliest, round.date_earliest) as day from session one ${onRound}`,
  delegation: sql`one.id, round_id, process_id, round.date_earliest as day from delegation one ${onRound}`,
  delegate: sql`one.id, delegation.round_id, process_id, round.date_earliest as day from delegate one
    join delegation on delegation.id = one.delegation_id and delegation.withdrawn is null
    join round on round.id = delegation.round_id and round.withdrawn is null join track on track.id = round.track_id`,
  third_party: sql`one.id, round_id, process_id, round.date_earliest as day from third_party one ${onRound}`,
  proposal_event: sql`one.id, round_id, process_id, one.date_earliest as day from proposal_event one
    join proposal on proposal.id = one.proposal_id and proposal.withdrawn is null`,
  proposal_issue: sql`one.id, null as round_id, process_id, null as day from proposal_issue one
    join proposal on proposal.id = one.proposal_id and proposal.withdrawn is null`,
  position: sql`one.id, round_id, process_id, one.date_earliest as day from position one`,
  document: sql`one.id, round_id, process_id, one.date_earliest as day from document one`,
  outcome: sql`one.id, round_id, process_id, round.date_earliest as day from outcome one ${onRound}`,
  commitment: sql`one.id, round_id, process_id, round.date_earliest as day from commitment one ${onOutcome}`,
  follow_up: sql`one.id, round_id, process_id, coalesce(one.date_earliest, round.date_earliest) as day from follow_up one
    join commitment on commitment.id = one.commitment_id and commitment.withdrawn is null
    join outcome on outcome.id = commitment.outcome_id and outcome.withdrawn is null
    join round on round.id = outcome.round_id and round.withdrawn is null join track on track.id = round.track_id`,
  // What is pointed to comes after all that points to it.
  proposal: sql`one.id, null as round_id, process_id, ${firstOf(['proposal_event', 'proposal_id'])} as day from proposal one`,
  venue: sql`one.id, null as round_id, null as process_id,
    ${firstOf(['round', 'venue_id'], ['session', 'venue_id'])} as day from venue one`,
  person: sql`one.id, null as round_id, null as process_id,
    ${firstOf(['delegate', 'person_id'], ['third_party', 'person_id'], ['proposal_event', 'person_id'])} as day from person one`,
  track: sql`one.id, null as round_id, process_id, ${firstOf(['round', 'track_id'])} as day from track one`,
  process: sql`one.id, null as round_id, one.id as process_id, ${firstOf(['track', 'process_id'])} as day from process one`,
}

/** Kinds of record that can have claims, in the order in which they are judged. */
export const subjectKinds = Object.keys(settings)

/** Those of these records that stand. */
export async function settingsOf(db: Db, record: string, ids: number[]): Promise<Setting[]> {
  const setting = settings[record]
  if (!setting || ids.length === 0) return []
  const { rows } = await sql<Setting>`select ${setting}
    where one.withdrawn is null and one.id in (${sql.join(ids)}) order by one.id`.execute(db)
  return rows
}
