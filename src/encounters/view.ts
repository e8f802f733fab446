import { groupBy } from '../kernel/group.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted, sayNumber } from '../kernel/words.ts'
import { type AskedEncounters, encountersQuery } from './asked.ts'
import { type Gathered, LATEST, type Place } from './gather.ts'
import { type Encounter, type Manner, manners, type Somebody } from './meeting.ts'

const PLACES_NAMED = 3

export function metPath({ kind, id }: Somebody): string {
  return `/${kind}/${id}/met`
}

/** The list of the rounds of one encounter. */
export function encounterPath(who: Somebody, { other, manner }: Pick<Encounter, 'other' | 'manner'>): string {
  return `${metPath(who)}/${other.kind}/${other.id}${encountersQuery({ as: manner })}`
}

const headings: Record<Manner, string> = {
  across: 'Across the table',
  'third party': 'Third parties',
  delegation: 'As a third party',
}

/** What each manner means, in a sentence. */
export const mannerWords: Record<Manner, string> = {
  across: 'Both sat in delegations, of different parties.',
  'third party': 'Hosts, chairs, mediators, guarantors, observers and witnesses at the same rounds.',
  delegation: 'Who sat in a delegation where this one was host, mediator or another third party.',
}

/** The three manners with how many were met in each, those that hold nobody left out. */
export function mannersOf({ who, encounters }: Gathered, asked: AskedEncounters) {
  return manners
    .map((manner) => ({
      label: headings[manner],
      count: encounters.filter((one) => one.manner === manner).length,
      href: metPath(who) + encountersQuery({ ...asked, as: manner, page: 1 }),
      isChosen: manner === asked.as,
    }))
    .filter(({ count, isChosen }) => count > 0 || isChosen)
}

/** Those met in the manner asked for, most often or latest first. */
export function inOrder({ encounters, places }: Gathered, { as, sort }: AskedEncounters): Encounter[] {
  const latest = ({ rounds }: Encounter) => places.get(rounds[0] ?? 0)?.date_earliest ?? 0
  const often = (one: Encounter, other: Encounter) => other.rounds.length - one.rounds.length
  const later = (one: Encounter, other: Encounter) => latest(other) - latest(one)
  const byName = (one: Encounter, other: Encounter) => one.other.name.localeCompare(other.other.name, 'en')
  const [first, second] = sort === 'often' ? [often, later] : [later, often]
  return encounters
    .filter(({ manner }) => manner === as)
    .sort((one, other) => first(one, other) || second(one, other) || byName(one, other))
}

export function encounterLine({ who, places }: Gathered, encounter: Encounter) {
  const { other, rounds, parties } = encounter
  const { first, last } = endsOf(rounds, places)
  return {
    href: `/${other.kind}/${other.id}`,
    name: other.name,
    parties: parties.join(', '),
    count: sayNumber(rounds.length),
    unit: rounds.length === 1 ? 'round' : 'rounds',
    rounds: encounterPath(who, encounter),
    first: dayOf(first),
    last: rounds.length > 1 ? dayOf(last) : null,
    where: sayPlaces(rounds, places),
  }
}

/** Rounds come latest first. */
export function endsOf(rounds: readonly number[], places: Gathered['places']) {
  return { first: places.get(rounds.at(-1) ?? 0), last: places.get(rounds[0] ?? 0) }
}

function dayOf(place: Place | undefined) {
  return place ? { href: `/rounds/${place.id}`, words: sayDate(place.date) } : null
}

/** "Istanbul (3), Geneva and 2 more places"; the city where it is known. */
export function sayPlaces(rounds: readonly number[], places: Gathered['places']): string {
  const named = rounds.flatMap((id) => {
    const { city = null, venue = null } = places.get(id) ?? {}
    return city ?? venue ?? []
  })
  const counts = [...groupBy(named, (name) => name)]
    .map(([name, of]) => ({ name, count: of.length }))
    .sort((one, other) => other.count - one.count)
  const said = counts
    .slice(0, PLACES_NAMED)
    .map(({ name, count }) => (count > 1 ? `${name} (${count})` : name))
  const more = counts.length - PLACES_NAMED
  return said.join(', ') + (more > 0 ? ` and ${counted(more, 'more place')}` : '')
}

/** Says where not all rounds were looked at. */
export function sayLimit({ held }: Gathered): string {
  return held > LATEST
    ? `At the latest ${sayNumber(LATEST)} of ${counted(held, 'round')} held.`
    : `At ${counted(held, 'round')} held.`
}
