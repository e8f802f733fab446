import type { Db, Read } from '../db/tables.ts'
import { unlessHidden } from '../sources/hidden-reads.ts'

/** These rounds, as far as a drawing needs them. */
export function roundsDrawn(db: Db, ids: number[]) {
  return db
    .selectFrom('round')
    .innerJoin('track', 'track.id', 'round.track_id')
    .leftJoin('venue', (on) => on.on('venue.id', '=', unlessHidden('round', 'venue_id')))
    .where('round.id', 'in', ids)
    .select([
      'round.id',
      'round.ordinal',
      'round.title',
      'round.date',
      'round.date_earliest',
      'round.date_latest',
      'round.status',
      'round.start_time',
      'round.start_exactness',
      'round.end_time',
      'round.end_exactness',
      'round.zone',
      'round.track_id',
      'track.process_id',
      'venue.id as venue_id',
      'venue.name as venue',
      'venue.city',
      'venue.country',
    ])
    .execute()
}

export type DrawnRound = Read<typeof roundsDrawn>[number]

/** Sessions of these rounds with a day and a clock time of their own. */
export function timedSessions(db: Db, roundIds: number[]) {
  return db
    .selectFrom('session')
    .where('round_id', 'in', roundIds)
    .where('withdrawn', 'is', null)
    .where('start_time', 'is not', null)
    .select(['id', 'round_id', 'title', 'date', 'date_earliest', 'date_latest'])
    .select(['start_time', 'start_exactness', 'end_time', 'end_exactness', 'zone'])
    .orderBy('round_id')
    .orderBy('position')
    .execute()
}

export type TimedSession = Read<typeof timedSessions>[number]

/** Titles of lanes, and when each process began by its own date. */
export async function titlesOf(db: Db, processIds: number[], trackIds: number[]) {
  const [processes, tracks] = await Promise.all([
    db
      .selectFrom('process')
      .where('id', 'in', processIds)
      .select(['id', 'slug', 'title', 'date_earliest'])
      .execute(),
    db.selectFrom('track').where('id', 'in', trackIds).select(['id', 'title']).execute(),
  ])
  return {
    processes: new Map(processes.map((one) => [one.id, one])),
    tracks: new Map(tracks.map((one) => [one.id, one.title])),
  }
}

/** On how many of their fields the accounts differ, by round. */
export async function disputedFieldsOf(db: Db, roundIds: number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('field_status')
    .where('round_id', 'in', roundIds)
    .where('status', '=', 'disputed')
    .select((of) => ['round_id', of.fn.countAll<number>().as('count')])
    .groupBy('round_id')
    .execute()
  return new Map(rows.map(({ round_id, count }) => [round_id ?? 0, count]))
}
