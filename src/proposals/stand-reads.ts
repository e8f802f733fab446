import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { Status } from '../sources/status.ts'
import type { proposalVerbs, stances } from './fields.ts'

export type StandKind = 'position' | 'proposal_event'

/** Which stands are asked for. Lists are "any of"; different names are "and". Days are counted from 1970-01-01. */
export interface StandsAsked {
  process?: number[]
  issue?: number[]
  party?: number[]
  /** A stand is in where its date may fall between the two, both included. */
  first?: number | null
  last?: number | null
  at?: Place
}

/** At one of these rounds; or at no round of the process, from one day up to but not including another. */
interface Place {
  processId: number
  rounds: number[]
  from: number
  until: number
}

interface Keys {
  record: StandKind
  id: number
  process_id: number
  issue_id: number
  party_id: number | null
  person_id: number | null
  round_id: number | null
  proposal_id: number | null
  date: string
  date_earliest: number
  date_latest: number
  stance: (typeof stances)[number] | null
  verb: (typeof proposalVerbs)[number] | null
  wording: string | null
}

/**
 * A stand: what a party is recorded to have held on an issue, be it a position, or its step with a proposal about that
 * issue. A proposal about two issues gives two stands.
 */
export interface Stand extends Keys {
  process_slug: string
  process: string
  issue_code: string
  issue: string
  party: string | null
  code: string | null
  person: string | null
  round: string | null
  proposal: string | null
}

interface Slice {
  limit: number
  offset?: number
  /** Continues behind this one. */
  after?: Stand
}

/** Stands in order of time. */
export async function standsPage(
  db: Db,
  asked: StandsAsked,
  { limit, offset = 0, after }: Slice,
): Promise<Stand[]> {
  const all = sql`${positions(asked)} union all ${events(asked)}`
  const { rows } = await named(
    after ? sql`select * from (${all}) ${behind(after)}` : all,
    'asc',
    limit,
    offset,
  ).execute(db)
  return rows
}

/** The latest stands of one kind, in order of time. */
export async function latestStands(
  db: Db,
  asked: StandsAsked,
  kind: StandKind,
  limit: number,
): Promise<Stand[]> {
  const { rows } = await named(
    kind === 'position' ? positions(asked) : events(asked),
    'desc',
    limit,
    0,
  ).execute(db)
  return rows.reverse()
}

function positions(asked: StandsAsked) {
  return sql`select 'position' as record, held.id, held.process_id, held.issue_id, held.party_id, null as person_id,
      held.round_id, held.proposal_id, held.date, held.date_earliest, held.date_latest, held.stance, null as verb,
      held.wording
    from position held
    where held.withdrawn is null and ${narrowed(asked, 'held', 'held', 'held')}`
}

function events(asked: StandsAsked) {
  return sql`select 'proposal_event' as record, event.id, thread.process_id, about.issue_id, event.party_id,
      event.person_id, event.round_id, event.proposal_id, event.date, event.date_earliest, event.date_latest,
      null as stance, event.verb, event.wording
    from proposal thread
      join proposal_issue about on about.proposal_id = thread.id
      join proposal_event event on event.proposal_id = thread.id
    where thread.withdrawn is null and about.withdrawn is null and event.withdrawn is null
      and ${narrowed(asked, 'event', 'thread', 'about')}`
}

/** The conditions, on the aliases that carry date, party and round; the process; the issue. */
function narrowed(
  { process, issue, party, first, last, at }: StandsAsked,
  own: string,
  thread: string,
  about: string,
) {
  const among = (column: string, ids: number[] | undefined) =>
    ids === undefined || ids.length === 0 ? [] : [sql<SqlBool>`${sql.ref(column)} in (${sql.join(ids)})`]
  const conditions: Array<RawBuilder<SqlBool>> = [
    sql`true`,
    ...among(`${thread}.process_id`, process),
    ...among(`${about}.issue_id`, issue),
    ...among(`${own}.party_id`, party),
    ...(first == null ? [] : [sql<SqlBool>`${sql.ref(`${own}.date_latest`)} >= ${first}`]),
    ...(last == null ? [] : [sql<SqlBool>`${sql.ref(`${own}.date_earliest`)} <= ${last}`]),
    ...(at === undefined ? [] : [placed(at, own)]),
  ]
  return sql.join(conditions, sql` and `)
}

function placed({ processId, rounds, from, until }: Place, own: string) {
  const day = sql.ref(`${own}.date_earliest`)
  const round = sql.ref(`${own}.round_id`)
  const here = rounds.length === 0 ? sql`false` : sql`${round} in (${sql.join(rounds)})`
  return sql<SqlBool>`(${here} or (${day} >= ${from} and ${day} < ${until} and not exists (
    select 1 from round there join track on track.id = there.track_id
    where there.id = ${round} and there.withdrawn is null and track.process_id = ${processId})))`
}

function behind({ date_earliest, record, id, issue_id }: Stand) {
  return sql`where (date_earliest, record, id, issue_id) > (${date_earliest}, ${record}, ${id}, ${issue_id})`
}

/** Names are looked up for the rows that are kept only. */
function named(rows: RawBuilder<unknown>, way: 'asc' | 'desc', limit: number, offset: number) {
  const order = sql.raw(
    ['date_earliest', 'record', 'id', 'issue_id'].map((key) => `stand.${key} ${way}`).join(', '),
  )
  return sql<Stand>`select stand.record, stand.id, stand.process_id, stand.issue_id, stand.party_id, stand.person_id,
      round.id as round_id, stand.proposal_id, stand.date, stand.date_earliest, stand.date_latest, stand.stance,
      stand.verb, stand.wording, process.slug as process_slug, process.title as process, issue.code as issue_code,
      issue.title as issue, party.name as party, party.code, person.name as person, round.title as round,
      proposal.title as proposal
    from (select * from (${rows}) stand order by ${order} limit ${limit} offset ${offset}) stand
      join process on process.id = stand.process_id
      join issue on issue.id = stand.issue_id
      left join party on party.id = stand.party_id
      left join person on person.id = stand.person_id
      left join round on round.id = stand.round_id and round.withdrawn is null
      left join proposal on proposal.id = stand.proposal_id
    order by ${order}`
}

/** Names a stand's record. */
export function recordKeyOf({ record, id }: { record: string; id: number }): string {
  return `${record} ${id}`
}

/** The status of each stand's record: disputed where any field of it is. What is left out is unsourced. */
export async function standStatuses(
  db: Db,
  stands: ReadonlyArray<Pick<Stand, 'record' | 'id'>>,
): Promise<Map<string, Status>> {
  const idsOfKind = (kind: StandKind) => stands.filter(({ record }) => record === kind).map(({ id }) => id)
  const rows = await db
    .selectFrom('field_status')
    .select(['record', 'record_id', 'status'])
    .where((where) =>
      where.or([
        where('record', '=', 'position').and('record_id', 'in', idsOfKind('position')),
        where('record', '=', 'proposal_event').and('record_id', 'in', idsOfKind('proposal_event')),
      ]),
    )
    .where((where) => where.or([where('field', '=', ''), where('status', '=', 'disputed')]))
    .execute()
  const statuses = new Map<string, Status>()
  for (const { record, record_id, status } of rows) {
    const key = recordKeyOf({ record, id: record_id })
    if (statuses.get(key) !== 'disputed') statuses.set(key, status)
  }
  return statuses
}
