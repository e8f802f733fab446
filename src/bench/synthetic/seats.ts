/* Who sat at the table of a round, and who beside it. */
import type { Cast, Party, Person } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Made, Making } from './making.ts'

/** Where all that belongs to a round belongs. */
export interface Of {
  round_id: number
  process_id: number
  day: number
}

/** A delegation, and those of it who are named: mostly the head, of a few people who come again and again. */
export function sit(making: Making, chance: Chance, of: Of, party: Party, position: number): Made[] {
  const { made } = party
  const size = chance.happens(0.03) ? chance.between(3, 14) : null
  const delegation = making.add(
    'delegation',
    { round_id: of.round_id, party_id: made.row.id, position, size },
    of,
    [made],
  )
  const count = Number(chance.among({ '0': 36, '1': 44, '2': 15, '3': 5 }))
  const team = teamOf(chance, party, of, count)
  return [delegation, ...team.map((person, at) => sitDown(making, chance, of, delegation, person, at + 1))]
}

function teamOf(chance: Chance, { people }: Party, { process_id }: Of, count: number): Person[] {
  const team = new Set<Person>()
  for (let at = 0; at < count && people.length > 0; at++)
    // The people of a party who deal with one process stand side by side.
    team.add(people[(process_id * 7 + Math.floor(chance.next() ** 2 * 5)) % people.length] as Person)
  return [...team]
}

function sitDown(
  making: Making,
  chance: Chance,
  of: Of,
  delegation: Made,
  person: Person,
  position: number,
): Made {
  const office = person.offices[0] ?? null
  const delegate = making.add(
    'delegate',
    {
      ...{ delegation_id: delegation.row.id, person_id: person.made.row.id, position },
      office_id: office && chance.happens(0.6) ? office.row.id : null,
      role: position === 1 ? 'head' : chance.among({ member: 96, deputy: 2, expert: 2 }),
    },
    of,
    office ? [person.made, office] : [person.made],
  )
  return delegate
}

/** Somebody beside the delegations. */
export function attend(making: Making, chance: Chance, cast: Cast, of: Of): Made {
  const party = chance.favoured(cast.parties)
  const person = chance.happens(0.55) && party.people.length > 0 ? chance.pick(party.people) : null
  const role = chance.among({
    chair: 32,
    observer: 24,
    facilitator: 22,
    guarantor: 21,
    mediator: 15,
    host: 12,
    witness: 10,
  })
  const third = making.add(
    'third_party',
    { round_id: of.round_id, party_id: party.made.row.id, person_id: person?.made.row.id ?? null, role },
    of,
    person ? [party.made, person.made] : [party.made],
  )
  return third
}
