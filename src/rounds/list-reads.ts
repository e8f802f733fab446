import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { unlessHidden } from '../sources/hidden-reads.ts'
import type { Filter } from './filter.ts'
import { roundsMatching } from './matching.ts'

export const PAGE_SIZE = 50

/** A round as a line of a list. */
export type RoundRow = Awaited<ReturnType<typeof listed>>[number]

/** These rounds, in this order; who was withdrawn meanwhile is left out. */
export async function roundRows(db: Db, ids: number[]): Promise<RoundRow[]> {
  const rows = new Map((await listed(db, ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

export async function countRounds(db: Db, filter: Filter): Promise<number> {
  return (await roundsMatching(db, filter)).count
}

function listed(db: Db, ids: number[]) {
  return db
    .selectFrom('round')
    .innerJoin('track', 'track.id', 'round.track_id')
    .innerJoin('process', 'process.id', 'track.process_id')
    .leftJoin('venue', (on) => on.on('venue.id', '=', unlessHidden('round', 'venue_id')))
    .where('round.id', 'in', ids)
    .where('round.withdrawn', 'is', null)
    .select([
      'round.id',
      'round.ordinal',
      'round.ordinal_label',
      'round.title',
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
      'venue.id as venue_id',
      'venue.name as venue',
      'venue.city',
      'venue.country',
      'venue.latitude',
      'venue.longitude',
    ])
    .execute()
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
