import type { Db } from '../db/tables.ts'
import { whileUnchanged } from '../db/unchanged.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'

/** A party's three-letter plate; its colour goes by the party's place in the process, never by flag. */
export interface Plate {
  code: string
  name: string
  href: string
  tone: 'a' | 'b' | 'c' | 'd' | 'e' | 'grey'
}

const tones = ['a', 'b', 'c', 'd', 'e'] as const

export interface PartyLike {
  party_id: number
  code: string
  party: string
}

/** Gives out the colours of one process: those with delegations first, then third parties, each by name. */
export type PlateMaker = (party: PartyLike) => Plate

/** The plate of a party, or none where no party is named. */
export function plateOr(plate: PlateMaker, party_id: number, code: string | null, party: string | null): Plate
export function plateOr(
  plate: PlateMaker,
  party_id: number | null,
  code: string | null,
  party: string | null,
): Plate | null
export function plateOr(
  plate: PlateMaker,
  party_id: number | null,
  code: string | null,
  party: string | null,
): Plate | null {
  return party_id === null ? null : plate({ party_id, code: code ?? '', party: party ?? '' })
}

export async function platesIn(db: Db, processIds: number[]): Promise<(processId: number) => PlateMaker> {
  const orders = await ordersOf(db, processIds)
  return (processId) => (party) => {
    const place = orders.get(processId)?.indexOf(party.party_id) ?? -1
    return {
      code: party.code,
      name: party.party,
      href: `/parties/${party.party_id}`,
      tone: tones[place] ?? 'grey',
    }
  }
}

/** The parties of a process that have a colour, in order. */
const ordersOf = whileUnchanged(async (db, processIds: number[]) => {
  const seated = groupBy(await seatsIn(db, processIds), ({ process_id }) => process_id)
  return new Map(
    [...seated].map(([id, parties]) => [id, [...new Set(idsOf(parties))].slice(0, tones.length)]),
  )
})

/** Parties seated in these processes: those with delegations, then third parties, each by name. */
async function seatsIn(db: Db, processIds: number[]) {
  const seats = (table: 'delegation' | 'third_party', rank: number) =>
    db
      .selectFrom('track')
      .innerJoin('round', 'round.track_id', 'track.id')
      .innerJoin(`${table as 'delegation'} as seat`, 'seat.round_id', 'round.id')
      .innerJoin('party', 'party.id', 'seat.party_id')
      .where('track.process_id', 'in', processIds)
      .where('round.withdrawn', 'is', null)
      .where('seat.withdrawn', 'is', null)
      .select((of) => ['track.process_id', 'party.id', 'party.name_folded', of.val(rank).as('rank')])
      .distinct()
  return db
    .selectFrom(seats('delegation', 1).unionAll(seats('third_party', 2)).as('seated'))
    .selectAll()
    .orderBy('rank')
    .orderBy('name_folded')
    .execute()
}
