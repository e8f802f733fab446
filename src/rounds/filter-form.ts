import type { Db } from '../db/tables.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted } from '../kernel/words.ts'
import { thePerson } from '../parties/reads.ts'
import { theSource } from '../sources/reads.ts'
import { theVenue } from '../venues/reads.ts'
import type { FacetName } from './census/facets.ts'
import { type Chip, chipsOf, saidOf } from './chips.ts'
import { type Facet, facetsOf } from './facets.ts'
import { everything, type Filter, idsAmong, queryOf } from './filter.ts'
import { roundsMatching } from './matching.ts'
import { theTrack } from './reads.ts'

/** One form in two places: words and dates above the list, facets beside it. With a chip for each filter that is set. */
export interface FilterForm {
  path: string
  q: string
  from: string
  to: string
  /** From the line above the list to the facets that are asked for most. */
  jumps: Array<{ label: string; href: string; chosen: number; isSet: boolean }>
  facets: Facet[]
  /** How many values of facets are in force. */
  chosen: number
  isSet: boolean
  /** What the numbers beside the values count. */
  counted: string
  /** What no control shows; it rides along. */
  carried: Array<{ name: string; value: string }>
  chips: Chip[]
  hasChips: boolean
  /** The filter as a phrase, led by what it is a filter of. */
  sentence: (of: string) => string
}

const jumping: FacetName[] = ['process', 'party', 'country', 'person', 'issue', 'evidence']

/** @throws Refusal 404 or 410 where the filter names a record that does not stand */
export async function filterForm(db: Db, filter: Filter, path: string): Promise<FilterForm> {
  await stand(db, filter)
  const matching = await roundsMatching(db, filter)
  const facets = await facetsOf(db, filter, matching, (facet) => allValues(facet, filter, path))
  const chips = chipsOf(filter, path, facets)
  const chosen = facets.reduce((sum, facet) => sum + facet.chosen, 0)
  return {
    path,
    q: filter.q ?? '',
    from: filter.from ? sayDate(filter.from) : '',
    to: filter.to ? sayDate(filter.to) : '',
    jumps: facets
      .filter(({ name }) => jumping.includes(name))
      .sort((one, other) => jumping.indexOf(one.name) - jumping.indexOf(other.name))
      .map(({ name, label, chosen }) => ({ label, href: `#by-${name}`, chosen, isSet: chosen > 0 })),
    facets,
    chosen,
    isSet: chosen > 0,
    counted: `${counted(matching.count, 'round')} on record${chips.length > 0 ? ' with these filters' : ''}`,
    carried: (['within', 'sort'] as const).flatMap((name) =>
      filter[name] === everything[name] ? [] : [{ name, value: filter[name] }],
    ),
    chips,
    hasChips: chips.length > 0,
    sentence: (of) => [of, ...saidOf(filter, facets)].join('; '),
  }
}

/** The page of all values of a facet, which leads back to the list that it was asked from. */
function allValues(facet: FacetName, filter: Filter, path: string): string {
  const on: Record<string, string> =
    path === '/rounds' ? {} : { on: path === '/' ? 'timeline' : path.slice(1) }
  return `/rounds/facets/${facet}${queryOf({ ...filter, page: 1 }, on)}`
}

async function stand(db: Db, { track, person, venue, source }: Filter): Promise<void> {
  await Promise.all([
    ...track.map((id) => theTrack(db, id)),
    ...idsAmong(person).map((id) => thePerson(db, id)),
    ...idsAmong(venue).map((id) => theVenue(db, id)),
    ...idsAmong(source).map((id) => theSource(db, id)),
  ])
}
