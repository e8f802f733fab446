/* What each record is found by: its names, its words, and marks of what belongs to it. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { sourcesCited } from '../sources/cited-reads.ts'
import type { Texts } from './document.ts'
import type { FoundKind } from './kinds.ts'

interface Part {
  id: number
  part: 'name' | 'words' | 'mark' | 'days'
  text: string | null
}

type Ids = RawBuilder<unknown>

/** What stands of these records, with all that they are found by. */
export async function textsOf(db: Db, kind: FoundKind, ids: number[]): Promise<Texts[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<Part>`${parts[kind](sql.join(ids))} union all ${evidence(kind, sql.join(ids))}`.execute(db)
  return [...groupBy(rows, ({ id }) => id)].map(([id, own]) => {
    const of = (part: Part['part']) => own.flatMap((one) => (one.part === part && one.text ? one.text : []))
    return { id, names: of('name'), words: of('words'), marks: of('mark'), days: of('days') }
  })
}

/** How well what it says is sourced; of a round, what is said of any part of it. */
function evidence(kind: FoundKind, ids: Ids): RawBuilder<unknown> {
  return kind === 'round'
    ? sql`select distinct round_id as id, 'mark' as part, 'evidence' || status as text from field_status where round_id in (${ids})`
    : sql`select distinct record_id as id, 'mark' as part, 'evidence' || status as text from field_status
        where record = ${sql.lit(kind)} and record_id in (${ids})`
}

const text = (part: 'name' | 'words', what: RawBuilder<unknown>, from: RawBuilder<unknown>) =>
  sql`select one.id as id, ${sql.lit(part)} as part, ${what} as text from ${from}`
const mark = (what: RawBuilder<unknown>, from: RawBuilder<unknown>) =>
  sql`select one.id as id, 'mark' as part, ${what} as text from ${from}`
const all = (...some: Array<RawBuilder<unknown>>) => sql`${sql.join(some, sql` union all `)}`
const standing = (table: string, ids: Ids) =>
  sql`${sql.table(table)} one where one.id in (${ids}) and one.withdrawn is null`

/** Its own names, its further ones, and the names of what was merged into it. */
function names(kind: 'person' | 'party' | 'venue', ids: Ids) {
  const bearer = sql.ref(`name.${kind}_id`)
  const bearers = sql`${sql.table(kind)} one join name on ${bearer} = one.id and name.withdrawn is null
    where one.id in (${ids}) and one.withdrawn is null`
  return all(
    text('name', sql`one.name`, standing(kind, ids)),
    text('name', sql`name.name`, bearers),
    merged(kind, 'name', ids),
  )
}

function merged(kind: string, name: string, ids: Ids) {
  return text(
    'name',
    sql.ref(`gone.${name}`),
    sql`${sql.table(kind)} one
      join merger on merger.record = ${sql.lit(kind)} and merger.into_id = one.id and merger.withdrawn is null
      join ${sql.table(kind)} gone on gone.id = merger.record_id where one.id in (${ids}) and one.withdrawn is null`,
  )
}

/** Where and with whom a round was: `one` is joined to it by what stands in `on`. */
function roundMarks(one: RawBuilder<unknown>): RawBuilder<unknown> {
  const seats = sql`${one} join delegation on delegation.round_id = round.id and delegation.withdrawn is null`
  const thirds = sql`${one} join third_party on third_party.round_id = round.id and third_party.withdrawn is null`
  const sessions = sql`${one} join session on session.round_id = round.id and session.withdrawn is null`
  return all(
    mark(sql`'track' || round.track_id`, one),
    mark(sql`'status' || round.status`, one),
    mark(sql`'format' || round.format`, one),
    mark(sql`'venue' || round.venue_id`, one),
    mark(sql`'venue' || session.venue_id`, sessions),
    mark(sql`'format' || session.format`, sessions),
    mark(sql`'party' || delegation.party_id`, seats),
    mark(
      sql`'person' || delegate.person_id`,
      sql`${seats} join delegate on delegate.delegation_id = delegation.id and delegate.withdrawn is null`,
    ),
    mark(sql`'party' || third_party.party_id`, thirds),
    mark(sql`'person' || third_party.person_id`, thirds),
    days('round.date', one),
  )
}

/** The bounds of a date column and the date itself. */
function days(column: string, from: RawBuilder<unknown>) {
  const [earliest, latest] = [sql.ref(`${column}_earliest`), sql.ref(`${column}_latest`)]
  return sql`select one.id as id, 'days' as part, ${earliest} || ' ' || ${latest} || ' ' || ${sql.ref(column)} as text from ${from}`
}

/** For each kind: SQL of its parts, from the ids that are asked for. Each part begins at those rows. */
const parts: Record<FoundKind, (ids: Ids) => RawBuilder<unknown>> = {
  round: (ids) => {
    const round = standing('round', ids)
    // Narrowed once more at the end of each join: the ids lead, whatever comes behind.
    const of = (joins: RawBuilder<unknown>) => sql`(select * from ${round}) one ${joins}`
    const session = of(sql`join session on session.round_id = one.id and session.withdrawn is null`)
    const outcome = of(sql`join outcome on outcome.round_id = one.id and outcome.withdrawn is null`)
    const event =
      of(sql`join proposal_event on proposal_event.round_id = one.id and proposal_event.withdrawn is null
      join proposal on proposal.id = proposal_event.proposal_id and proposal.withdrawn is null`)
    return all(
      text('name', sql`one.title`, round),
      text('words', sql`one.ordinal_label`, round),
      text('words', sql`one.summary`, round),
      text('words', sql`one.result`, round),
      text('words', sql`concat_ws(' ', session.title, session.summary)`, session),
      text('words', sql`concat_ws(' ', outcome.title, outcome.wording)`, outcome),
      text('words', sql`concat_ws(' ', proposal.title, proposal_event.wording)`, event),
      mark(
        sql`'issue' || issue_id`,
        sql`${event} join proposal_issue on proposal_issue.proposal_id = proposal.id and proposal_issue.withdrawn is null`,
      ),
      mark(
        sql`'issue' || position.issue_id`,
        of(sql`join position on position.round_id = one.id and position.withdrawn is null`),
      ),
      sql`select distinct id, 'mark' as part, 'source' || source_id as text
        from (${sourcesCited((column) => sql`${sql.ref(column)} in (${ids})`)})`,
      roundMarks(of(sql`join round on round.id = one.id`)),
    )
  },
  person: (ids) => {
    const office = sql`${sql.table('person')} one join office on office.person_id = one.id and office.withdrawn is null
      where one.id in (${ids}) and one.withdrawn is null`
    return all(
      names('person', ids),
      text('words', sql`one.note`, standing('person', ids)),
      mark(sql`'person' || one.id`, standing('person', ids)),
      text('words', sql`office.title`, office),
      mark(sql`'party' || office.party_id`, office),
    )
  },
  party: (ids) =>
    all(
      names('party', ids),
      text('name', sql`one.code`, standing('party', ids)),
      text('words', sql`one.note`, standing('party', ids)),
      mark(sql`'party' || one.id`, standing('party', ids)),
    ),
  venue: (ids) =>
    all(
      names('venue', ids),
      text('name', sql`one.city`, standing('venue', ids)),
      text('words', sql`one.note`, standing('venue', ids)),
      mark(sql`'venue' || one.id`, standing('venue', ids)),
      mark(sql`'country' || one.country`, standing('venue', ids)),
    ),
  process: (ids) => {
    const process = standing('process', ids)
    return all(
      text('name', sql`one.title`, process),
      text('name', sql`one.conflict_name`, process),
      merged('process', 'title', ids),
      text('words', sql`one.summary`, process),
      mark(sql`'status' || one.status`, process),
      mark(sql`'process' || one.id`, process),
      days('one.date', process),
    )
  },
  track: (ids) =>
    all(
      text('name', sql`one.title`, standing('track', ids)),
      merged('track', 'title', ids),
      text('words', sql`one.summary`, standing('track', ids)),
      mark(sql`'process' || one.process_id`, standing('track', ids)),
      mark(sql`'track' || one.id`, standing('track', ids)),
    ),
  issue: (ids) =>
    all(
      text('name', sql`one.title`, standing('issue', ids)),
      text('name', sql`one.code`, standing('issue', ids)),
      merged('issue', 'title', ids),
      mark(sql`'issue' || one.id`, standing('issue', ids)),
    ),
  proposal: (ids) => {
    const proposal = standing('proposal', ids)
    const of = (joins: RawBuilder<unknown>) => sql`(select * from ${proposal}) one ${joins}`
    const event = of(
      sql`join proposal_event on proposal_event.proposal_id = one.id and proposal_event.withdrawn is null`,
    )
    return all(
      text('name', sql`one.title`, proposal),
      merged('proposal', 'title', ids),
      text('words', sql`one.wording`, proposal),
      text('words', sql`proposal_event.wording`, event),
      mark(sql`'process' || one.process_id`, proposal),
      mark(sql`'party' || one.proposer_id`, proposal),
      mark(sql`'party' || one.addressee_id`, proposal),
      mark(sql`'party' || proposal_event.party_id`, event),
      mark(sql`'person' || proposal_event.person_id`, event),
      mark(
        sql`'issue' || issue_id`,
        of(
          sql`join proposal_issue on proposal_issue.proposal_id = one.id and proposal_issue.withdrawn is null`,
        ),
      ),
      days('proposal_event.date', event),
    )
  },
  outcome: (ids) => {
    const outcome = sql`outcome one join round on round.id = one.round_id and round.withdrawn is null
      where one.id in (${ids}) and one.withdrawn is null`
    return all(
      text('name', sql`one.title`, outcome),
      text('words', sql`one.wording`, outcome),
      roundMarks(sql`(select id, round_id from outcome where id in (${ids}) and withdrawn is null) one
        join round on round.id = one.round_id and round.withdrawn is null`),
    )
  },
  commitment: (ids) => {
    const on = sql`join outcome on outcome.id = one.outcome_id and outcome.withdrawn is null
      join round on round.id = outcome.round_id and round.withdrawn is null`
    const commitment = sql`commitment one ${on} where one.id in (${ids}) and one.withdrawn is null`
    const reported = sql`commitment one ${on}
      join follow_up on follow_up.commitment_id = one.id and follow_up.withdrawn is null
      where one.id in (${ids}) and one.withdrawn is null`
    return all(
      text('name', sql`one.title`, commitment),
      text('words', sql`one.unit`, commitment),
      text('words', sql`concat_ws(' ', follow_up.title, follow_up.note)`, reported),
      mark(sql`'party' || one.debtor_id`, commitment),
      mark(sql`'party' || one.creditor_id`, commitment),
      roundMarks(
        sql`(select id, outcome_id from commitment where id in (${ids}) and withdrawn is null) one ${on}`,
      ),
    )
  },
  document: (ids) => {
    const document = standing('document', ids)
    return all(
      text('name', sql`one.title`, document),
      text('words', sql`concat_ws(' ', one.kind, one.note)`, document),
      mark(sql`'process' || one.process_id`, document),
      mark(sql`'party' || one.party_id`, document),
      days('one.date', document),
      roundMarks(sql`(select id, round_id from document where id in (${ids}) and withdrawn is null) one
        join round on round.id = one.round_id and round.withdrawn is null`),
    )
  },
  source: (ids) => {
    const source = standing('source', ids)
    return all(
      text('name', sql`concat_ws(': ', one.publisher, one.title)`, source),
      merged('source', 'publisher', ids),
      text('words', sql`concat_ws(' ', one.author, one.correction, one.note)`, source),
      mark(sql`'source' || one.id`, source),
      days('one.published', source),
    )
  },
  claim: (ids) => {
    const claim = sql`claim one where one.id in (${ids}) and one.withdrawn is null and quote is not null
      and exists (select 1 from field_step where field_step.record = one.record and field_step.record_id = one.record_id)`
    return all(
      text('words', sql`concat_ws(' ', one.quote, one.asserter)`, claim),
      mark(sql`'source' || one.source_id`, claim),
      mark(sql`'party' || one.asserter_party_id`, claim),
      mark(sql`'person' || one.asserter_person_id`, claim),
      days('one.asserted', claim),
    )
  },
  capture: (ids) => {
    const capture = sql`capture one join source on source.id = one.source_id and source.withdrawn is null
      where one.id in (${ids}) and one.withdrawn is null`
    return all(
      text('words', sql`one.text`, capture),
      mark(sql`'source' || one.source_id`, capture),
      days('source.published', capture),
    )
  },
}
