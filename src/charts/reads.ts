import { among } from '../db/among.ts'
import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'

export function lengthsOf(db: Db, roundIds: readonly number[]) {
  return db
    .selectFrom('round')
    .where('id', 'in', among(roundIds))
    .select(['id', 'duration_minutes', 'duration_exactness'])
    .orderBy('id')
    .execute()
}

/** Third parties recorded as hosts of these rounds. */
export function hostsOf(db: Db, roundIds: readonly number[]) {
  return db
    .selectFrom('third_party')
    .leftJoin('party', 'party.id', 'third_party.party_id')
    .leftJoin('person', 'person.id', 'third_party.person_id')
    .where('round_id', 'in', among(roundIds))
    .where('role', '=', 'host')
    .where('third_party.withdrawn', 'is', null)
    .select(['round_id', 'party.id as party_id', 'party.name as party'])
    .select(['person.id as person_id', 'person.name as person'])
    .orderBy('round_id')
    .orderBy('third_party.id')
    .execute()
}

/** Heads of the delegations at these rounds. */
export function headsAt(db: Db, roundIds: readonly number[]) {
  return db
    .selectFrom('round')
    .innerJoin('delegation', 'delegation.round_id', 'round.id')
    .innerJoin('delegate', 'delegate.delegation_id', 'delegation.id')
    .innerJoin('party', 'party.id', 'delegation.party_id')
    .where('round.id', 'in', among(roundIds))
    .where('delegate.role', '=', 'head')
    .where('delegation.withdrawn', 'is', null)
    .where('delegate.withdrawn', 'is', null)
    .select(['round.id as round_id', 'round.track_id', 'round.date_earliest'])
    .select(['party.id as party_id', 'party.name as party', 'delegate.person_id'])
    .orderBy('round.id')
    .orderBy('delegate.id')
    .execute()
}

/** The commitments made at these rounds, the latest entered first. */
export async function commitmentIdsAt(db: Db, roundIds: readonly number[], limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('outcome')
    .innerJoin('commitment', 'commitment.outcome_id', 'outcome.id')
    .where('outcome.round_id', 'in', among(roundIds))
    .where('outcome.withdrawn', 'is', null)
    .where('commitment.withdrawn', 'is', null)
    .select('commitment.id')
    .orderBy('commitment.id', 'desc')
    .limit(limit)
    .execute()
  return idsOf(rows)
}
