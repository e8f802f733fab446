/* What the lists behind the inputs offer where there are no scripts: what was entered last. With scripts, lookups find the rest. */

import { bearersOf } from '../catalogue/called-reads.ts'
import type { Db } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'
import { clip } from '../kernel/words.ts'
import { latestOffices, latestParties, latestPeople } from '../parties/reads.ts'
import { tracksBeside } from '../processes/reads.ts'
import { proposalsIn } from '../proposals/reads.ts'
import { offeredProcesses } from '../rounds/offered.ts'
import { latestSources } from '../sources/reads.ts'
import { latestVenues } from '../venues/reads.ts'

export interface Suggestions {
  id: string
  options: Array<{ value: string; label: string }>
}

export const zones = Intl.supportedValuesOf('timeZone')

type Options = Suggestions['options']

/** What each list offers; proposals are those of a process. */
const lists = {
  venue: async (db) => distinct(db, 'venue', await latestVenues(db)),
  party: async (db) => distinct(db, 'party', await latestParties(db)),
  person: async (db) => distinct(db, 'person', await latestPeople(db)),
  office: async (db) => plain([...new Set(titlesOf(await latestOffices(db)))].sort()),
  source: async (db) =>
    (await latestSources(db)).map(({ id, publisher, title }) => ({
      value: String(id),
      label: clip([publisher, title].filter(Boolean).join(': '), 120),
    })),
  proposal: async (db, processId) =>
    plain(processId === null ? [] : titlesOf(await proposalsIn(db, processId))),
  zone: async () => plain(zones),
} satisfies Record<string, (db: Db, processId: number | null) => Promise<Options>>

type Suggested = keyof typeof lists
const allSuggested = Object.keys(lists) as Suggested[]

/** One list for each kind of record that is named in the form. */
export function suggestions(
  db: Db,
  processId: number | null,
  isUsed: (name: string) => boolean = () => true,
): Promise<Suggestions[]> {
  const used = allSuggested.filter(isUsed)
  return Promise.all(
    used.map(async (name) => ({ id: `known-${name}`, options: await lists[name](db, processId) })),
  )
}

function plain(values: readonly string[]): Options {
  return values.map((value) => ({ value, label: '' }))
}

export function titlesOf(rows: Array<{ title: string }>): string[] {
  return rows.map(({ title }) => title)
}

/** In the order of their names; a name that two bear carries its number. */
async function distinct(
  db: Db,
  record: 'venue' | 'party' | 'person',
  records: Array<{ id: number; name: string; city?: string | null }>,
): Promise<Suggestions['options']> {
  const bearers = await bearersOf(
    db,
    record,
    records.map(({ name }) => name),
  )
  return records
    .sort((one, other) => one.name.localeCompare(other.name, 'en') || one.id - other.id)
    .map(({ id, name, city }) => ({
      value: (bearers.get(fold(name)) ?? 0) > 1 ? `${name} #${id}` : name,
      label: city ?? '',
    }))
}

export interface TrackChoice {
  groups: Array<{ label: string; options: Array<{ value: string; label: string }> }>
  /** Where the others are found, if these are not all; else empty. */
  more: string
}

/** The tracks to choose from, under their processes: those of the processes that are offered, and of these tracks, as they were typed. */
export async function trackChoice(db: Db, typed: string[]): Promise<TrackChoice> {
  const { options, more } = await offeredProcesses(db, { on: 'new', chosen: [] })
  const slugs = options.map(([slug]) => slug)
  const ids = typed.filter((id) => /^\d{1,15}$/.test(id)).map(Number)
  const groups = [...(await tracksBeside(db, slugs, ids))].map(([label, tracks]) => ({
    label,
    options: tracks.map(({ id, title }) => ({ value: String(id), label: title })),
  }))
  return { groups, more: more === '' ? '' : '/rounds/facets/track?on=new' }
}
