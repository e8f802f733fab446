/* Who and where: parties with their people and offices, venues, issues; made up before the talks in which they meet. */
import { isoDate } from '../../kernel/days.ts'
import { fold } from '../../kernel/fold.ts'
import type { Chance } from './chance.ts'
import type { Made, Making } from './making.ts'
import { type MadeName, madeName } from './peoples.ts'
import { issues, offices } from './phrases.ts'
import { houses, type Place, places } from './places.ts'

/** With a further name now and then. */
export interface Named {
  made: Made
  further: Array<{ name: string; name_folded: string }>
}
export interface Person extends Named {
  offices: Made[]
}
export interface Party extends Named {
  place: Place
  people: Person[]
}
export interface Venue extends Named {
  place: Place
}
export interface Cast {
  parties: Party[]
  venues: Venue[]
  issues: Made[]
}

/**
 * What the starter record has for its 182 rounds. Parties, houses and people come again in later rounds, so they grow more
 * slowly than the rounds do.
 */
function grown(inStarter: number, rounds: number, power: number): number {
  return Math.ceil(inStarter * (rounds / 182) ** power)
}

export function castOf(making: Making, chance: Chance, rounds: number): Cast {
  const parties = makeParties(making, chance, grown(68, rounds, 0.3))
  for (let person = grown(209, rounds, 0.75); person > 0; person--) {
    const party = chance.favoured(parties)
    party.people.push(makePerson(making, chance, party))
  }
  const venues = Array.from({ length: grown(76, rounds, 0.5) }, (_, at) => makeVenue(making, chance, at))
  return { parties, venues, issues: makeIssues(making) }
}

function makeParties(making: Making, chance: Chance, count: number): Party[] {
  return Array.from({ length: count }, (_, at) => {
    const place = places[at % places.length] as Place
    const made = at < places.length ? makeState(making, place) : makeActor(making, chance, at, place)
    const further = chance.happens(0.1)
      ? [call(making, made, `${made.row.name} delegation`, 'alias', 'en')]
      : []
    return { made, further, place, people: [] }
  })
}

function makeState(making: Making, { state, alpha3 }: Place): Made {
  return making.add('party', { name: state, code: alpha3, kind: 'state', iso_alpha3: alpha3 })
}

const movements = ['Liberation Front', 'People’s Council', 'Movement for Autonomy', 'Transitional Council']
const bodies = ['Contact Group', 'Observer Mission', 'Joint Commission', 'Assembly']
const sides = ['Northern', 'Southern', 'Eastern', 'Western', 'Upper', 'Lower', 'Coastal', 'Highland']

function makeActor(making: Making, chance: Chance, at: number, { city, state }: Place): Made {
  const isBody = chance.happens(0.45)
  const name = `${chance.pick(sides)} ${isBody ? city : state} ${chance.pick(isBody ? bodies : movements)}`
  const code = `Z${at.toString(36).toUpperCase().padStart(3, '0')}`
  return making.add('party', { name, code, kind: isBody ? 'organisation' : 'non-state actor' })
}

function makePerson(making: Making, chance: Chance, party: Party): Person {
  const name = madeName(chance, party.place.people)
  const made = making.add('person', { name: name.latin })
  const held = Array.from({ length: chance.about(0.6) }, () => makeOffice(making, chance, made, party.made))
  return { made, further: otherNames(making, chance, made, name), offices: held }
}

/** In its own script, and as an outlet may have spelt it. */
function otherNames(making: Making, chance: Chance, made: Made, { latin, own, language }: MadeName) {
  if (own === null || !chance.happens(0.3)) return []
  const native = call(making, made, own, 'official', language)
  if (!chance.happens(0.3)) return [native]
  const respelt = latin.replace(/y/g, 'i').replace(/ou/g, 'u').replace(/kh/g, 'h')
  return respelt === latin
    ? [native]
    : [native, call(making, made, respelt, 'transliteration', `${language.slice(0, 2)}-Latn`)]
}

function call(making: Making, { kind, row }: Made, name: string, of: string, language: string) {
  making.add('name', { [`${kind.name}_id`]: row.id, name, language, kind: of })
  return { name, name_folded: fold(name) }
}

function makeOffice(making: Making, chance: Chance, person: Made, party: Made): Made {
  const year = chance.between(1950, 2024)
  const held = chance.happens(0.3) ? `${year}/${year + chance.between(1, 6)}` : null
  const title = chance.pick(offices)
  return making.add('office', { person_id: person.row.id, party_id: party.row.id, title, held })
}

const kinds = Object.keys(houses) as Array<keyof typeof houses>

function makeVenue(making: Making, chance: Chance, at: number): Venue {
  const place = at < places.length ? (places[at] as Place) : chance.favoured(places)
  const kind = chance.happens(0.4) ? 'town or area' : chance.pick(kinds)
  const house = chance.pick(houses[kind])
  // A few houses of one city share what they are called, save for what stands before it.
  const own = `${chance.pick(sides)} ${place.city} ${house}`.trim()
  const isPlaced = chance.happens(0.6)
  const near = (degrees: number) => Math.round((degrees + (chance.next() - 0.5) * 0.3) * 10_000) / 10_000
  const made = making.add('venue', {
    name: kind === 'town or area' && at < places.length ? place.city : own,
    kind,
    city: place.city,
    country: place.alpha2,
    latitude: isPlaced ? near(place.latitude) : null,
    longitude: isPlaced ? near(place.longitude) : null,
    coordinate_precision: isPlaced ? chance.among({ building: 13, district: 10, city: 4 }) : null,
  })
  const further = chance.happens(0.1) ? [call(making, made, `${place.city} venue ${at}`, 'alias', 'en')] : []
  return { made, further, place }
}

function makeIssues(making: Making): Made[] {
  return issues.map((title, at) =>
    making.add('issue', {
      code: fold(title).replace(/[^a-z0-9]+/g, '-'),
      title: title.charAt(0).toUpperCase() + title.slice(1),
      parent_id: at > 24 ? at - 20 : null,
    }),
  )
}

/** A day within the year. */
export function someDay(chance: Chance, first: number, last: number): string {
  return isoDate(chance.between(first, last))
}
