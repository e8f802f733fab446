/* What no single field can judge alone. Each rule adds to the faults. */
import type { Db } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'
import { proposalTitled } from '../proposals/reads.ts'
import { roundRules } from '../rounds/fields.ts'
import { theTrack } from '../rounds/reads.ts'
import { venuesWithIds } from '../venues/reads.ts'
import type { Faults } from './entry.ts'
import { type NamedField, type Names, namedIn, numbered } from './names.ts'
import type { Entry } from './part.ts'
import { type proposalPart, roundPart } from './parts.ts'
import { cited, isThere } from './source-rules.ts'

export type RoundEntry = Entry<typeof roundPart>

export async function judge(db: Db, entry: RoundEntry, names: Names, faults: Faults): Promise<void> {
  const add = (path: string, sentence: string) => {
    if (!faults.has(path)) faults.set(path, sentence)
  }
  for (const [name, sentence] of Object.entries(roundRules({ ...entry.values, venue_id: null })))
    add(name, sentence ?? '')
  if (!faults.has('track_id') && !(await isThere(theTrack(db, entry.values.track_id))))
    add('track_id', 'Track must be one on record')
  for (const field of namedIn(roundPart, entry))
    if (field.path !== 'venue' || !describesVenue(entry)) oneMeaning(field, names, add)
  await newVenue(db, entry, names, add)
  newParties(entry, names, add)
  for (const { at, values } of entry.lists.third_parties) {
    if (values.party === null && values.person === null) add(`${at}party`, 'Party must be given, or a person')
    if (values.person === null && values.office !== null)
      add(`${at}person`, 'Person must be given with an office')
  }
  if (faults.size === 0)
    for (const proposal of entry.lists.proposals) await continued(db, entry, proposal, add)
  await cited(db, entry, add)
}

export type Add = (path: string, sentence: string) => void

function oneMeaning({ record, path, kind, typed, stood }: NamedField, names: Names, add: Add): void {
  if (record !== 'venue' && record !== 'party' && record !== 'person') return
  const ids = names.among(record, typed, stood)
  if (ids.length < 2 && !names.isMisnumbered(record, typed)) return
  const choice = ids.map((id) => `“${numbered(typed).name} #${id}”`).join(' or ')
  add(path, `${kind.label} must be one of that name: write ${choice}`)
}

export function describesVenue({ lists }: Pick<RoundEntry, 'lists'>): boolean {
  return Object.values(lists.new_venue[0]?.values ?? {}).some((value) => value !== null)
}

/** Two palaces may bear one name, not in one city. */
async function newVenue(db: Db, { values, lists }: RoundEntry, names: Names, add: Add): Promise<void> {
  if (!describesVenue({ lists })) return
  const city = lists.new_venue[0]?.values.city ?? null
  if (values.venue === null) return add('venue', 'Venue must be named where a new one is described')
  const bearers = await venuesWithIds(db, names.among('venue', values.venue))
  const same = bearers.find((venue) => !venue.city || !city || fold(venue.city) === fold(city))
  if (same)
    add(
      'venue',
      `Venue must be a new one, or its kind, city and country left empty: ${same.name} is on record`,
    )
}

/** A party that is not known needs a code and a kind, once in the form; then it may be named anywhere. */
function newParties({ lists }: RoundEntry, names: Names, add: Add): void {
  const declared = new Set<string>()
  const isKnown = (name: string) => names.idOf('party', name) !== null || declared.has(fold(name))
  for (const { at, values } of [...lists.delegations, ...lists.third_parties]) {
    if (values.party === null) continue
    if (names.idOf('party', values.party) !== null && (values.code !== null || values.kind !== null))
      add(`${at}code`, `Code and kind must be left empty: the party ${values.party} is on record`)
    if (isKnown(values.party)) continue
    if (values.code === null)
      add(`${at}code`, `Code must be given: the party ${values.party} is not known yet`)
    if (values.kind === null)
      add(`${at}kind`, `Kind must be given: the party ${values.party} is not known yet`)
    declared.add(fold(values.party))
  }
  const actors = lists.proposals.flatMap(({ at, values, lists }) => [
    { path: `${at}proposer`, name: values.proposer, label: 'Proposed by' },
    { path: `${at}addressee`, name: values.addressee, label: 'Addressed to' },
    ...lists.events.map((event) => ({
      path: `${event.at}party`,
      name: event.values.party,
      label: 'By party',
    })),
  ])
  for (const { path, name, label } of actors)
    if (name !== null && !isKnown(name))
      add(path, `${label} must be a party on record, or one that is added above`)
}

/** A title that the process knows continues that proposal: then only what was done with it now is asked. */
async function continued(
  db: Db,
  { values }: RoundEntry,
  proposal: Entry<typeof proposalPart>,
  add: Add,
): Promise<void> {
  if (proposal.id !== null || !(await proposalTitled(db, values.track_id, proposal.values.title))) return
  const { at, values: typed, lists } = proposal
  for (const name of ['proposer', 'addressee', 'wording', 'deadline'] as const)
    if (typed[name] !== null) add(at + name, 'This must be left empty: the proposal is on record already')
  if (lists.events.length === 0)
    add(
      `${at}title`,
      'What is proposed is on record already: add an event that says what was done with it now',
    )
}
