/** How one met the other: from delegation to delegation, the other as a third party, or the other's delegation as a third party oneself. */
export const manners = ['across', 'third party', 'delegation'] as const
export type Manner = (typeof manners)[number]

export type Kind = 'people' | 'parties'
/** A person or a party. */
export interface Somebody {
  kind: Kind
  id: number
}
export interface Named extends Somebody {
  name: string
}

/** A place in a delegation; without a person where the delegation names nobody. */
export interface Seat {
  round_id: number
  party_id: number
  party: string
  person_id: number | null
  person: string | null
}

/** A host, a mediator, an observer: a person, a party, or both. */
export interface Third {
  round_id: number
  party_id: number | null
  party: string | null
  person_id: number | null
  person: string | null
}

/** Everybody at one round. */
export interface Table {
  round_id: number
  seats: readonly Seat[]
  thirds: readonly Third[]
}

export interface Encounter {
  other: Named
  manner: Manner
  /** In the order of the tables. */
  rounds: number[]
  /** For whom a person sat or came. */
  parties: string[]
}

/** Whom somebody met at these tables. Whoever sat in one's own delegation, or came for one's own party, was not met. */
export function encountersOf(who: Somebody, tables: readonly Table[]): Encounter[] {
  const found = new Map<string, Encounter>()
  for (const table of tables) {
    for (const { other, manner, party } of metAt(who, table)) {
      const key = `${manner} ${other.kind} ${other.id}`
      const known = found.get(key) ?? { other, manner, rounds: [], parties: [] }
      found.set(key, known)
      if (known.rounds.at(-1) !== table.round_id) known.rounds.push(table.round_id)
      if (party !== null && !known.parties.includes(party)) known.parties.push(party)
    }
  }
  return [...found.values()]
}

interface Met {
  other: Named
  manner: Manner
  party: string | null
}

function metAt(who: Somebody, { seats, thirds }: Table): Met[] {
  const all: Array<Seat | Third> = [...seats, ...thirds]
  const own = new Set(all.filter((one) => isOf(who, one)).flatMap(({ party_id }) => party_id ?? []))
  // Whoever came for the same party as well, on whatever other side they sat, was not met.
  const friends = new Set(
    all.flatMap(({ party_id, person_id }) =>
      party_id !== null && own.has(party_id) ? (person_id ?? []) : [],
    ),
  )
  const isForeign = (one: Seat | Third) =>
    !isOf(who, one) &&
    (one.party_id === null || !own.has(one.party_id)) &&
    (who.kind === 'parties' || one.person_id === null || !friends.has(one.person_id))
  const met = (manner: Manner) => (one: Seat | Third) =>
    named(who.kind, one, manner).map((other) => ({
      other,
      manner,
      party: other.kind === 'people' ? one.party : null,
    }))
  const facing = facingOf(who, { seats, thirds })
  if (facing === null) return []
  return [
    ...seats.filter(isForeign).flatMap(met(facing)),
    ...thirds.filter(isForeign).flatMap(met('third party')),
  ]
}

/** How one meets the delegations; null where one was not there. */
function facingOf(who: Somebody, { seats, thirds }: Pick<Table, 'seats' | 'thirds'>): Manner | null {
  if (seats.some((seat) => isOf(who, seat))) return 'across'
  return thirds.some((third) => isOf(who, third)) ? 'delegation' : null
}

function isOf({ kind, id }: Somebody, { party_id, person_id }: Seat | Third): boolean {
  return kind === 'people' ? person_id === id : party_id === id
}

/** A person meets people, and a third party that is named without one; a party meets parties, and people who came for none. */
function named(kind: Kind, { party_id, party, person_id, person }: Seat | Third, manner: Manner): Named[] {
  const asPerson: Named[] = person_id === null ? [] : [{ kind: 'people', id: person_id, name: person ?? '' }]
  const asParty: Named[] = party_id === null ? [] : [{ kind: 'parties', id: party_id, name: party ?? '' }]
  if (kind === 'parties') return asParty.length > 0 ? asParty : asPerson
  return manner === 'third party' && asPerson.length === 0 ? asParty : asPerson
}
