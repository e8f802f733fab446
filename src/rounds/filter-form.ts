import type { Db } from '../db/tables.ts'
import { sayDate } from '../kernel/say-date.ts'
import { formats } from '../kernel/vocabulary.ts'
import { capital, countryName } from '../kernel/words.ts'
import { partiesByName, thePerson } from '../parties/reads.ts'
import { processesByTitle } from '../processes/reads.ts'
import { theSource } from '../sources/reads.ts'
import { countriesOfVenues, theVenue } from '../venues/reads.ts'
import { roundStatuses } from './fields.ts'
import { type Filter, queryOf } from './filter.ts'
import { theTrack } from './reads.ts'

/** The line of filters over a list, and a chip for each that is set. Works as a plain form. */
export interface FilterForm {
  path: string
  q: string
  from: string
  to: string
  sort: string
  drops: Drop[]
  /** Filters that only a link can set; they ride along. */
  carried: Array<{ name: string; value: string }>
  chips: Chip[]
  hasChips: boolean
}

interface Drop {
  name: string
  label: string
  chosen: number
  isSet: boolean
  options: Array<{ value: string; label: string; isChosen: boolean; id: string }>
}

interface Chip {
  label: string
  /** The same list without it. */
  href: string
}

export async function filterForm(db: Db, filter: Filter, path: string): Promise<FilterForm> {
  const [processes, parties, countries] = await Promise.all([
    processesByTitle(db),
    partiesByName(db),
    countriesOfVenues(db),
  ])
  const drops = [
    drop(
      filter,
      'process',
      'Process',
      processes.map(({ slug, title }) => [slug, title]),
    ),
    drop(
      filter,
      'party',
      'Party',
      parties.map(({ id, name }) => [String(id), name]),
    ),
    drop(
      filter,
      'country',
      'Place',
      countries.map((code) => [code, countryName(code)]),
    ),
    drop(
      filter,
      'format',
      'Format',
      formats.map((format) => [format, capital(format)]),
    ),
    drop(
      filter,
      'status',
      'Status',
      roundStatuses.map((status) => [status, capital(status)]),
    ),
  ]
  const chips = [
    ...drops.flatMap((one) => chipsOf(filter, path, one)),
    ...(await linkedChips(db, filter, path)),
    ...plainChips(filter, path),
  ]
  return {
    path,
    q: filter.q ?? '',
    from: filter.from ? sayDate(filter.from) : '',
    to: filter.to ? sayDate(filter.to) : '',
    sort: filter.sort,
    drops,
    carried: carriedOf(filter),
    chips,
    hasChips: chips.length > 0,
  }
}

type ListName =
  | 'process'
  | 'track'
  | 'party'
  | 'person'
  | 'venue'
  | 'country'
  | 'format'
  | 'status'
  | 'source'

function drop(filter: Filter, name: ListName, label: string, options: Array<[string, string]>): Drop {
  const chosen = new Set(filter[name].map(String))
  return {
    name,
    label,
    chosen: chosen.size,
    isSet: chosen.size > 0,
    options: options.map(([value, label], at) => ({
      value,
      label,
      isChosen: chosen.has(value),
      id: `${name}-${at}`,
    })),
  }
}

function chipsOf(filter: Filter, path: string, { name, label, options }: Drop): Chip[] {
  return options
    .filter(({ isChosen }) => isChosen)
    .map((option) => ({
      label: `${label}: ${option.label}`,
      href: path + without(filter, name as ListName, option.value),
    }))
}

function without(filter: Filter, name: ListName, value: string): string {
  return queryOf({
    ...filter,
    page: 1,
    [name]: (filter[name] as Array<string | number>).filter((one) => String(one) !== value),
  })
}

async function linkedChips(db: Db, filter: Filter, path: string): Promise<Chip[]> {
  const chip = (name: ListName, label: string, id: number): Chip => ({
    label,
    href: path + without(filter, name, String(id)),
  })
  return Promise.all([
    ...filter.track.map(async (id) => chip('track', `Track: ${(await theTrack(db, id)).title}`, id)),
    ...filter.person.map(async (id) => chip('person', `Person: ${(await thePerson(db, id)).name}`, id)),
    ...filter.venue.map(async (id) => chip('venue', `Venue: ${(await theVenue(db, id)).name}`, id)),
    ...filter.source.map(async (id) => chip('source', `Source: ${(await theSource(db, id)).publisher}`, id)),
  ])
}

function plainChips(filter: Filter, path: string): Chip[] {
  const chips: Chip[] = []
  if (filter.q)
    chips.push({ label: `Words: ${filter.q}`, href: path + queryOf({ ...filter, q: null, page: 1 }) })
  if (filter.from)
    chips.push({
      label: `From ${sayDate(filter.from)}`,
      href: path + queryOf({ ...filter, from: null, page: 1 }),
    })
  if (filter.to)
    chips.push({ label: `To ${sayDate(filter.to)}`, href: path + queryOf({ ...filter, to: null, page: 1 }) })
  return chips
}

function carriedOf(filter: Filter): FilterForm['carried'] {
  return (['track', 'person', 'venue', 'source'] as const).flatMap((name) =>
    filter[name].map((id) => ({ name, value: String(id) })),
  )
}
