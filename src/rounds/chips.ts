import type { Db } from '../db/tables.ts'
import { sayDate } from '../kernel/say-date.ts'
import { thePerson } from '../parties/reads.ts'
import { theSource } from '../sources/reads.ts'
import { theVenue } from '../venues/reads.ts'
import type { Drop } from '../web/drop.ts'
import { type Filter, queryOf } from './filter.ts'
import { theTrack } from './reads.ts'

/** A filter that is set, in words. */
export interface Chip {
  label: string
  /** The same list without it. */
  href: string
}

/** Filters that a link sets, and no control of the form. */
export const linkedNames = ['track', 'person', 'venue', 'source'] as const
type LinkedName = (typeof linkedNames)[number]
export type ListName = LinkedName | 'process' | 'party' | 'country' | 'format' | 'status' | 'evidence'

/** @throws Refusal 404 or 410 where the filter names a record that does not stand */
export async function chipsOf(
  db: Db,
  filter: Filter,
  path: string,
  drops: Array<Drop<ListName>>,
): Promise<Chip[]> {
  const linked = linkedNames.flatMap((name) =>
    filter[name].map(async (id) => ({
      label: await linkedLabel(db, name, id),
      href: path + without(filter, name, String(id)),
    })),
  )
  return [
    ...drops.flatMap((drop) => dropChips(filter, path, drop)),
    ...(await Promise.all(linked)),
    ...plainChips(filter, path),
  ]
}

function dropChips(filter: Filter, path: string, { name, label, options }: Drop<ListName>): Chip[] {
  return options
    .filter(({ isChosen }) => isChosen)
    .map((option) => ({
      label: `${label}: ${option.label}`,
      href: path + without(filter, name, option.value),
    }))
}

async function linkedLabel(db: Db, name: LinkedName, id: number): Promise<string> {
  if (name === 'track') return `Track: ${(await theTrack(db, id)).title}`
  if (name === 'person') return `Person: ${(await thePerson(db, id)).name}`
  if (name === 'venue') return `Venue: ${(await theVenue(db, id)).name}`
  return `Source: ${(await theSource(db, id)).publisher}`
}

function plainChips(filter: Filter, path: string): Chip[] {
  const chip = (name: 'q' | 'from' | 'to', say: (value: string) => string): Chip[] => {
    const value = filter[name]
    if (value === null) return []
    return [{ label: say(value), href: path + queryOf({ ...filter, [name]: null, page: 1 }) }]
  }
  return [
    ...chip('q', (words) => `Words: ${words}`),
    ...chip('from', (date) => `From ${sayDate(date)}`),
    ...chip('to', (date) => `To ${sayDate(date)}`),
  ]
}

function without(filter: Filter, name: ListName, value: string): string {
  const others = (filter[name] as Array<string | number>).filter((one) => String(one) !== value)
  return queryOf({ ...filter, page: 1, [name]: others })
}
