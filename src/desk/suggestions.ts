/* What the lists behind the inputs offer where there are no scripts: what was entered last. With scripts, lookups find the rest. */

import { bearersOf } from '../catalogue/called-reads.ts'
import type { Db } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { clip } from '../kernel/words.ts'
import { latestOffices, latestParties, latestPeople } from '../parties/reads.ts'
import { processesByTitle, tracksOf } from '../processes/reads.ts'
import { proposalsIn } from '../proposals/reads.ts'
import { latestSources } from '../sources/reads.ts'
import { latestVenues } from '../venues/reads.ts'
import type { Showing } from './control.ts'

export interface Suggestions {
  id: string
  options: Array<{ value: string; label: string }>
}

export const zones = Intl.supportedValuesOf('timeZone')

/** One list for each kind of record that is named in the form. */
export async function suggestions(db: Db, processId: number | null): Promise<Suggestions[]> {
  const [venues, parties, people, offices, sources, proposals] = await Promise.all([
    latestVenues(db),
    latestParties(db),
    latestPeople(db),
    latestOffices(db),
    latestSources(db),
    processId === null ? [] : proposalsIn(db, processId),
  ])
  const plain = (values: string[]) => values.map((value) => ({ value, label: '' }))
  const cited = sources.map(({ id, publisher, title }) => ({
    value: String(id),
    label: clip([publisher, title].filter(Boolean).join(': '), 120),
  }))
  return [
    { id: 'known-venue', options: await distinct(db, 'venue', venues) },
    { id: 'known-party', options: await distinct(db, 'party', parties) },
    { id: 'known-person', options: await distinct(db, 'person', people) },
    { id: 'known-office', options: plain([...new Set(offices.map(({ title }) => title))].sort()) },
    { id: 'known-source', options: cited },
    { id: 'known-proposal', options: plain(proposals.map(({ title }) => title)) },
    { id: 'known-zone', options: plain(zones) },
  ]
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

/** The tracks to choose from, under their processes. */
export async function trackChoice(db: Db): Promise<Showing['tracks']> {
  const processes = await processesByTitle(db)
  const tracks = groupBy(await tracksOf(db, idsOf(processes)), ({ process_id }) => process_id)
  return processes.flatMap(({ id, title }) => {
    const options = (tracks.get(id) ?? []).map((track) => ({ value: String(track.id), label: track.title }))
    return options.length > 0 ? [{ label: title, options }] : []
  })
}
