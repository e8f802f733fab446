/* What the lists behind the inputs offer. */
import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { clip } from '../kernel/words.ts'
import { officeTitles, partiesByName, peopleByName } from '../parties/reads.ts'
import { processesByTitle, tracksOf } from '../processes/reads.ts'
import { proposalsIn } from '../proposals/reads.ts'
import { latestSources } from '../sources/reads.ts'
import { venuesByName } from '../venues/reads.ts'

export interface Suggestions {
  id: string
  options: Array<{ value: string; label: string }>
}

const zones = Intl.supportedValuesOf('timeZone')

/** One list for each kind of record that is named in the form. */
export async function suggestions(db: Db, processId: number | null): Promise<Suggestions[]> {
  const [venues, parties, people, offices, sources, proposals] = await Promise.all([
    venuesByName(db),
    partiesByName(db),
    peopleByName(db),
    officeTitles(db),
    latestSources(db),
    processId === null ? [] : proposalsIn(db, processId),
  ])
  const plain = (values: string[]) => values.map((value) => ({ value, label: '' }))
  const cited = sources.map(({ id, publisher, title }) => ({
    value: String(id),
    label: clip([publisher, title].filter(Boolean).join(': '), 120),
  }))
  return [
    {
      id: 'known-venue',
      options: distinct(venues).map((one, at) => ({ ...one, label: venues[at]?.city ?? '' })),
    },
    { id: 'known-party', options: distinct(parties) },
    { id: 'known-person', options: distinct(people) },
    { id: 'known-office', options: plain(offices) },
    { id: 'known-source', options: cited },
    { id: 'known-proposal', options: plain(proposals.map(({ title }) => title)) },
    { id: 'known-zone', options: plain(zones) },
  ]
}

/** A name that two bear carries its number. */
function distinct(records: Array<{ id: number; name: string }>): Suggestions['options'] {
  const bearers = new Map<string, number>()
  for (const { name } of records) bearers.set(name, (bearers.get(name) ?? 0) + 1)
  return records.map(({ id, name }) => ({
    value: (bearers.get(name) ?? 0) > 1 ? `${name} #${id}` : name,
    label: '',
  }))
}

/** The tracks to choose from, under their processes; `processOf` tells which one a track belongs to. */
export async function trackChoice(db: Db) {
  const processes = await processesByTitle(db)
  const tracks = await tracksOf(db, idsOf(processes))
  const groups = processes.map(({ id, title }) => ({
    label: title,
    options: tracks
      .filter(({ process_id }) => process_id === id)
      .map((track) => ({ value: String(track.id), label: track.title })),
  }))
  const processOf = (typed: string) => tracks.find(({ id }) => String(id) === typed)?.process_id ?? null
  return { groups: groups.filter(({ options }) => options.length > 0), processOf }
}
