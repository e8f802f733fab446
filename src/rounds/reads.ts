import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { gone, notFound } from '../kernel/fault.ts'
import { unlessHidden } from '../sources/hidden-reads.ts'

/** @throws Refusal 404 or 410 */
export async function theRound(db: Db, id: number) {
  const round = await db
    .selectFrom('round')
    .selectAll()
    .select(unlessHidden('round', 'venue_id').as('venue_id'))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!round) notFound('round', id)
  if (round.withdrawn !== null) gone('round', id, round.withdrawn)
  return round
}

/** @throws Refusal 404 */
export async function theTrack(db: Db, id: number) {
  const track = await db
    .selectFrom('track')
    .innerJoin('process', 'process.id', 'track.process_id')
    .where('track.id', '=', id)
    .select([
      'track.id',
      'track.title',
      'track.process_id',
      'process.slug as process_slug',
      'process.title as process',
    ])
    .executeTakeFirst()
  return track ?? notFound('track', id)
}

export function sessionsOf(db: Db, roundId: number) {
  return db
    .selectFrom('session')
    .leftJoin('venue', (on) => on.on('venue.id', '=', unlessHidden('session', 'venue_id')))
    .where('round_id', '=', roundId)
    .where('session.withdrawn', 'is', null)
    .selectAll('session')
    .select(unlessHidden('session', 'venue_id').as('venue_id'))
    .select(['venue.name as venue', 'venue.city', 'venue.country'])
    .orderBy('position')
    .orderBy('session.id')
    .execute()
}

export function delegationsOf(db: Db, roundId: number) {
  return db
    .selectFrom('delegation')
    .innerJoin('party', 'party.id', 'delegation.party_id')
    .where('round_id', '=', roundId)
    .where('delegation.withdrawn', 'is', null)
    .selectAll('delegation')
    .select(['party.name as party', 'party.code'])
    .orderBy('position')
    .orderBy('delegation.id')
    .execute()
}

export function delegatesOf(db: Db, delegationIds: number[]) {
  return db
    .selectFrom('delegate')
    .innerJoin('person', 'person.id', 'delegate.person_id')
    .leftJoin('office', 'office.id', 'delegate.office_id')
    .where('delegation_id', 'in', delegationIds)
    .where('delegate.withdrawn', 'is', null)
    .selectAll('delegate')
    .select(['person.name as person', 'office.title as office'])
    .orderBy('delegation_id')
    .orderBy('delegate.position')
    .orderBy('delegate.id')
    .execute()
}

/** The rounds before and after it on its track. */
export async function neighboursOf(
  db: Db,
  { id, track_id, date_earliest }: { id: number; track_id: number; date_earliest: number },
) {
  const onTrack = () =>
    db
      .selectFrom('round')
      .select(['id', 'title'])
      .where('track_id', '=', track_id)
      .where('withdrawn', 'is', null)
      .limit(1)
  const beside = (sign: '<' | '>') =>
    sql<boolean>`(date_earliest, id) ${sql.raw(sign)} (${date_earliest}, ${id})`
  const [previous, next] = await Promise.all([
    onTrack().where(beside('<')).orderBy('date_earliest', 'desc').orderBy('id', 'desc').executeTakeFirst(),
    onTrack().where(beside('>')).orderBy('date_earliest').orderBy('id').executeTakeFirst(),
  ])
  return { previous, next }
}

/** The titles of the latest rounds of a process, for a form to suggest. */
export async function roundTitlesIn(db: Db, processId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('track')
    .innerJoin('round', 'round.track_id', 'track.id')
    .where('process_id', '=', processId)
    .where('round.withdrawn', 'is', null)
    .select('round.title')
    .orderBy('round.date_earliest', 'desc')
    .orderBy('round.id', 'desc')
    .limit(300)
    .execute()
  return rows.map(({ title }) => title)
}
