import { among } from '../db/among.ts'
import type { Db } from '../db/tables.ts'
import { unlessHidden } from '../sources/hidden-reads.ts'

/** Who sat at these rounds, delegation by delegation. */
export function seatsAt(db: Db, roundIds: readonly number[]) {
  return db
    .selectFrom('delegation')
    .innerJoin('party', 'party.id', 'delegation.party_id')
    .leftJoin('delegate', (on) =>
      on.onRef('delegate.delegation_id', '=', 'delegation.id').on('delegate.withdrawn', 'is', null),
    )
    .leftJoin('person', 'person.id', 'delegate.person_id')
    .where('delegation.round_id', 'in', among(roundIds))
    .where('delegation.withdrawn', 'is', null)
    .select(['delegation.round_id', 'party.id as party_id', 'party.name as party'])
    .select(['person.id as person_id', 'person.name as person'])
    .orderBy('delegation.round_id')
    .orderBy('delegation.position')
    .orderBy('delegation.id')
    .orderBy('delegate.position')
    .orderBy('delegate.id')
    .execute()
}

/** When and where these rounds were. */
export function placesOf(db: Db, roundIds: readonly number[]) {
  return db
    .selectFrom('round')
    .leftJoin('venue', (on) => on.on('venue.id', '=', unlessHidden('round', 'venue_id')))
    .where('round.id', 'in', among(roundIds))
    .select([
      'round.id',
      'round.title',
      'round.date',
      'round.date_earliest',
      'venue.name as venue',
      'venue.city',
    ])
    .orderBy('round.id')
    .execute()
}
