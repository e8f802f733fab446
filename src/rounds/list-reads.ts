import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import type { Filter } from './filter.ts'
import { roundsMatching } from './matching.ts'

export const PAGE_SIZE = 50
/** Counting stops here: beyond it a page says "more than". */
export const COUNTED = 100_000

/** A round as a line of a list. */
export type RoundRow = Awaited<ReturnType<typeof listed>>[number]

/** Rounds that meet the filter, in its order; `after` continues behind a row, for whoever needs all. */
export async function roundsPage(
  db: Db,
  filter: Filter,
  { limit = PAGE_SIZE, after }: { limit?: number; after?: RoundRow } = {},
): Promise<RoundRow[]> {
  let query = roundsMatching(db, filter)
  const down = filter.sort === '-date'
  if (after) {
    const [key, value] =
      filter.sort === 'title' ? ['title_folded', after.title_folded] : ['date_earliest', after.date_earliest]
    query = query.where(
      sql<boolean>`(${sql.ref(`round.${key}`)}, round.id) ${sql.raw(down ? '<' : '>')} (${value}, ${after.id})`,
    )
  }
  const ids = await query
    .select('round.id')
    .orderBy(filter.sort === 'title' ? 'round.title_folded' : 'date_earliest', down ? 'desc' : 'asc')
    .orderBy('round.id', down ? 'desc' : 'asc')
    .limit(limit)
    .offset(after ? 0 : (filter.page - 1) * limit)
    .execute()
  const rows = new Map(
    (
      await listed(
        db,
        ids.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  return ids.flatMap(({ id }) => rows.get(id) ?? [])
}

export async function countRounds(db: Db, filter: Filter): Promise<number> {
  const some = roundsMatching(db, filter).select('round.id').limit(COUNTED)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function listed(db: Db, ids: number[]) {
  return db
    .selectFrom('round')
    .innerJoin('track', 'track.id', 'round.track_id')
    .innerJoin('process', 'process.id', 'track.process_id')
    .leftJoin('venue', 'venue.id', 'round.venue_id')
    .where('round.id', 'in', ids)
    .select([
      'round.id',
      'round.ordinal',
      'round.ordinal_label',
      'round.title',
      'round.title_folded',
      'round.date',
      'round.date_earliest',
      'round.date_latest',
      'round.planned_start',
      'round.start_time',
      'round.start_exactness',
      'round.end_time',
      'round.end_exactness',
      'round.zone',
      'round.duration_minutes',
      'round.duration_exactness',
      'round.format',
      'round.status',
      'round.language',
      'round.summary',
      'round.result',
      'round.track_id',
      'track.title as track',
      'process.id as process_id',
      'process.slug as process_slug',
      'process.title as process',
      'round.venue_id',
      'venue.name as venue',
      'venue.city',
      'venue.country',
      'venue.latitude',
      'venue.longitude',
    ])
    .execute()
}

/** Who leads at many rounds in one question, in the order of the table: the heads, and the first named of each side. */
export async function headsOf(db: Db, roundIds: number[]): Promise<Map<number, Head[]>> {
  const rows = await db
    .selectFrom('delegation')
    .innerJoin('party', 'party.id', 'delegation.party_id')
    .leftJoin('delegate', (on) =>
      on
        .onRef('delegate.delegation_id', '=', 'delegation.id')
        .on('delegate.withdrawn', 'is', null)
        .on((of) => of.or([of('delegate.role', '=', 'head'), of('delegate.position', '<=', 2)])),
    )
    .leftJoin('person', 'person.id', 'delegate.person_id')
    .where('delegation.round_id', 'in', roundIds)
    .where('delegation.withdrawn', 'is', null)
    .select(['delegation.round_id', 'party.id as party_id', 'party.code', 'party.name as party'])
    .select(['person.id as person_id', 'person.name as person', 'delegate.role'])
    .orderBy('delegation.round_id')
    .orderBy('delegation.position')
    .orderBy('delegation.id')
    .orderBy('delegate.position')
    .orderBy('delegate.id')
    .execute()
  return groupBy(rows, ({ round_id }) => round_id)
}

export interface Head {
  round_id: number
  party_id: number
  code: string
  party: string
  person_id: number | null
  person: string | null
  role: string | null
}

export function thirdPartiesOf(db: Db, roundIds: number[]) {
  return db
    .selectFrom('third_party')
    .leftJoin('party', 'party.id', 'third_party.party_id')
    .leftJoin('person', 'person.id', 'third_party.person_id')
    .leftJoin('office', 'office.id', 'third_party.office_id')
    .where('third_party.round_id', 'in', roundIds)
    .where('third_party.withdrawn', 'is', null)
    .select([
      'third_party.id',
      'third_party.round_id',
      'third_party.role',
      'third_party.note',
      'third_party.version',
      'party.id as party_id',
      'party.name as party',
      'party.code',
      'person.id as person_id',
      'person.name as person',
      'office.id as office_id',
      'office.title as office',
    ])
    .orderBy('third_party.round_id')
    .orderBy('third_party.id')
    .execute()
}

/** The sources cited for a round itself or for who took part in it, by round. */
export async function sourceIdsOf(db: Db, roundIds: number[]): Promise<Map<number, number[]>> {
  const among = sql.join(roundIds)
  const { rows } = await sql<{ round_id: number; source_id: number }>`
    select record_id as round_id, source_id from claim where record = 'round' and record_id in (${among})
    union select round_id, source_id from delegation join claim on record = 'delegation' and record_id = delegation.id where round_id in (${among})
    union select round_id, source_id from delegation join delegate on delegation_id = delegation.id
      join claim on record = 'delegate' and record_id = delegate.id where round_id in (${among})
    union select round_id, source_id from outcome join claim on record = 'outcome' and record_id = outcome.id where round_id in (${among})
    order by 1, 2`.execute(db)
  return new Map(
    [...groupBy(rows, ({ round_id }) => round_id)].map(([id, some]) => [
      id,
      some.map(({ source_id }) => source_id),
    ]),
  )
}

/** What a person was at each of these rounds, and in which office. */
export function partsOfPerson(db: Db, personId: number, roundIds: number[]) {
  const inDelegation = db
    .selectFrom('delegate')
    .innerJoin('delegation', 'delegation.id', 'delegate.delegation_id')
    .leftJoin('office', 'office.id', 'delegate.office_id')
    .where('delegate.person_id', '=', personId)
    .where('delegation.round_id', 'in', roundIds)
    .where('delegate.withdrawn', 'is', null)
    .where('delegation.withdrawn', 'is', null)
    .select(['delegation.round_id', sql<string>`delegate.role`.as('role'), 'office.title as office'])
  const besides = db
    .selectFrom('third_party')
    .leftJoin('office', 'office.id', 'third_party.office_id')
    .where('third_party.person_id', '=', personId)
    .where('third_party.round_id', 'in', roundIds)
    .where('third_party.withdrawn', 'is', null)
    .select(['third_party.round_id', sql<string>`third_party.role`.as('role'), 'office.title as office'])
  return inDelegation.unionAll(besides).orderBy('round_id').orderBy('role').execute()
}

/** What a party was at each of these rounds: a delegation, a mediator. */
export function partsOfParty(db: Db, partyId: number, roundIds: number[]) {
  const delegations = db
    .selectFrom('delegation')
    .where('party_id', '=', partyId)
    .where('round_id', 'in', roundIds)
    .where('withdrawn', 'is', null)
    .select(['round_id', sql<string>`'delegation'`.as('role'), sql<null>`null`.as('office')])
  const besides = db
    .selectFrom('third_party')
    .where('party_id', '=', partyId)
    .where('round_id', 'in', roundIds)
    .where('withdrawn', 'is', null)
    .select(['round_id', sql<string>`role`.as('role'), sql<null>`null`.as('office')])
  return delegations.union(besides).orderBy('round_id').orderBy('role').execute()
}

/** How many rounds stand in each of these processes; one without rounds is left out. */
export async function roundCountsOf(db: Db, processIds: number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('track')
    .innerJoin('round', 'round.track_id', 'track.id')
    .where('track.process_id', 'in', processIds)
    .where('round.withdrawn', 'is', null)
    .select((of) => ['track.process_id', of.fn.countAll<number>().as('rounds')])
    .groupBy('track.process_id')
    .execute()
  return new Map(rows.map(({ process_id, rounds }) => [process_id, rounds]))
}
