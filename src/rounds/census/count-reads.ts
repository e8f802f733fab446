import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../db/tables.ts'
import { OPEN } from '../../kernel/edtf.ts'
import { sourcesCited } from '../../sources/cited-reads.ts'
import { isKnown } from '../../sources/hidden-reads.ts'
import type { StatusCount } from '../../sources/status-reads.ts'
import type { Counted } from './census.ts'
import type { FacetName } from './facets.ts'
import { yearsOf } from './years.ts'

/** Which rounds to read: some, or a stretch of ids. */
export type Stretch = { ids: number[] } | { from: number; to: number }

/** The rounds of the stretch that stand, as the census holds them. */
export async function countedIn(db: Db, stretch: Stretch): Promise<Counted[]> {
  const { rows } = await sql<Row>`
    select round.id, track_id as track, process_id as process, process.slug, round.date_earliest as first, round.date_latest as last,
      round.title_folded as title, format, round.status
    from round join track on track.id = track_id join process on process.id = process_id
    where ${within('round.id', stretch)} and round.withdrawn is null`.execute(db)
  const rounds = rows.map(countedOf)
  const byId = new Map(rounds.map((round) => [round.id, round]))
  for (const { id, status, count } of await statusesIn(db, stretch)) {
    byId.get(id)?.statuses.push({ status, count })
  }
  for (const [facet, query] of Object.entries(valuesOf(stretch))) {
    const { rows } = await sql<{ id: number; value: string | number }>`${query}`.execute(db)
    for (const { id, value } of rows) {
      const values = byId.get(id)?.values
      if (!values) continue
      const known = values[facet as FacetName] as string[] | undefined
      if (known) known.push(String(value))
      else values[facet as FacetName] = [String(value)]
    }
  }
  return rounds
}

interface Row {
  id: number
  track: number
  process: number
  slug: string
  first: number
  last: number
  title: string
  format: string | null
  status: string
}

function countedOf({ id, track, process, slug, first, last, title, format, status }: Row): Counted {
  return {
    id,
    track,
    process,
    first,
    last,
    title,
    statuses: [],
    values: {
      process: [slug],
      track: [String(track)],
      format: format === null ? [] : [format],
      status: [status],
      year: yearsOf({ first, last }),
    },
  }
}

async function statusesIn(db: Db, stretch: Stretch) {
  const { rows } = await sql<
    StatusCount & { id: number }
  >`select round_id as id, status, count(*) as count from field_status
    where ${within('field_status.round_id', stretch)} group by round_id, status`.execute(db)
  return rows
}

function within(column: string, stretch: Stretch): RawBuilder<SqlBool> {
  return 'ids' in stretch
    ? sql<SqlBool>`${sql.ref(column)} in (${sql.join([0, ...stretch.ids])})`
    : sql<SqlBool>`${sql.ref(column)} between ${stretch.from} and ${stretch.to}`
}

type Values = Partial<Record<FacetName, RawBuilder<unknown>>>

/** "id, value" for every facet that stands in other tables than the round's own. */
function valuesOf(stretch: Stretch): Values {
  const isIn = (table: string) => within(`${table}.round_id`, stretch)
  const place = sql`(select id, venue_id from round
      where ${within('round.id', stretch)} and venue_id is not null and ${isKnown('round', 'venue_id')}
    union select round_id, venue_id from session
      where ${isIn('session')} and venue_id is not null and withdrawn is null and ${isKnown('session', 'venue_id')})`
  const third = sql`from third_party where ${isIn('third_party')} and withdrawn is null`
  return {
    venue: sql`select id, venue_id as value from ${place}`,
    country: sql`select place.id, country as value from ${place} place cross join venue on venue.id = venue_id
      where country is not null`,
    party: sql`select round_id as id, party_id as value from delegation where ${isIn('delegation')} and withdrawn is null
      union all select round_id, party_id ${third} and party_id is not null`,
    person: sql`select round_id as id, person_id as value from delegation cross join delegate on delegation_id = delegation.id
        where ${isIn('delegation')} and delegation.withdrawn is null and delegate.withdrawn is null
      union all select round_id, person_id ${third} and person_id is not null`,
    role: sql`select round_id as id, role as value ${third}`,
    mediator: sql`select round_id as id, coalesce('party-' || party_id, 'person-' || person_id) as value ${third} and role = 'mediator'`,
    issue: sql`select round_id as id, issue.code as value from position cross join issue on issue.id = issue_id
        where ${isIn('position')} and position.withdrawn is null and issue.withdrawn is null
      union all select round_id, issue.code from proposal_event
        cross join proposal on proposal.id = proposal_event.proposal_id and proposal.withdrawn is null
        cross join proposal_issue on proposal_issue.proposal_id = proposal.id and proposal_issue.withdrawn is null
        cross join issue on issue.id = issue_id and issue.withdrawn is null
        where ${isIn('proposal_event')} and proposal_event.withdrawn is null`,
    outcome: sql`select round_id as id, level as value from outcome
      where ${isIn('outcome')} and level is not null and withdrawn is null`,
    source: sql`select id, source_id as value from (${sourcesCited((column) => within(column, stretch))})`,
  }
}

/** First and last id of all rounds; null where there are none. */
export async function idsSpan(db: Db): Promise<{ from: number; to: number } | null> {
  const ends = ['asc', 'desc'] as const
  const [from, to] = await Promise.all(
    ends.map((way) => db.selectFrom('round').select('id').orderBy('id', way).limit(1).executeTakeFirst()),
  )
  return from && to ? { from: from.id, to: to.id } : null
}

/** The changes on record: the oldest that is kept, and the latest; -OPEN and 0 where there are none. */
export async function changesSpan(db: Db): Promise<{ oldest: number; latest: number }> {
  const ends = ['asc', 'desc'] as const
  const [oldest, latest] = await Promise.all(
    ends.map((way) =>
      db.selectFrom('census_change').select('id').orderBy('id', way).limit(1).executeTakeFirst(),
    ),
  )
  return { oldest: oldest?.id ?? -OPEN, latest: latest?.id ?? 0 }
}

/** Rounds that changed after this change; null where too many did to be named. */
export async function roundsChanged(db: Db, after: number): Promise<number[] | null> {
  const rows = await db
    .selectFrom('census_change')
    .select('round_id')
    .distinct()
    .where('id', '>', after)
    .execute()
  const ids = rows.flatMap(({ round_id }) => round_id ?? [])
  return ids.length === rows.length ? ids : null
}
