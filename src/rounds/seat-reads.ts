import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'

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
