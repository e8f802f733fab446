/* What no single field can judge alone. Each rule adds to the faults. */
import type { Db } from '../db/tables.ts'
import type { Kind } from '../fields/kind.ts'
import { readOne } from '../fields/read.ts'
import { fold } from '../kernel/fold.ts'
import { withArticle } from '../kernel/words.ts'
import { partiesWithIds } from '../parties/reads.ts'
import { proposalTitled } from '../proposals/reads.ts'
import { clockRules, roundFields, roundRules } from '../rounds/fields.ts'
import { theTrack } from '../rounds/reads.ts'
import { venuesWithIds } from '../venues/reads.ts'
import { isCalled } from './called-reads.ts'
import type { Faults } from './entry.ts'
import { type NamedField, type Names, namedIn, numbered } from './names.ts'
import type { Entry } from './part.ts'
import { type outcomePart, type proposalPart, roundPart, subjects } from './parts.ts'
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
  await newParties(db, entry, names, add)
  for (const { at, values } of entry.lists.sessions) {
    for (const [name, sentence] of Object.entries(clockRules(values))) add(at + name, sentence)
    if (values.venue !== null && names.idOf('venue', values.venue) === null)
      add(`${at}venue`, 'Venue must be one on record')
  }
  for (const { at, values } of entry.lists.third_parties) {
    if (values.party === null && values.person === null) add(`${at}party`, 'Party must be given, or a person')
    if (values.person === null && values.office !== null)
      add(`${at}person`, 'Person must be given with an office')
  }
  for (const { at, values } of entry.lists.statements) {
    const field = subjects.get(values.about) ?? null
    const stands = field === null ? true : entry.values[field === 'venue_id' ? 'venue' : field] !== null
    if (!stands && values.value === null) add(`${at}about`, 'About must be a field that is filled in above')
    if (field !== null && values.value !== null) rival(at, field, values.value, add)
    if (values.quote === null && values.weekday_printed === null)
      add(`${at}quote`, 'Quote must be given, or the weekday as printed')
  }
  if (faults.size === 0)
    for (const proposal of entry.lists.proposals) await continued(db, entry, proposal, names, add)
  await cited(db, entry, add)
}

/** What a source says instead is read as the field itself would be. */
function rival(at: string, field: string, value: string, add: Add): void {
  const kind: Kind = roundFields[field as keyof typeof roundFields]
  const read = kind.refers ? { value } : readOne(kind, value)
  if ('fault' in read) add(`${at}value`, `What it says instead ${read.fault}`)
}

export type Add = (path: string, sentence: string) => void

/** A name that two bear, or that carries another one's number, is refused with the choice. */
export function oneMeaning({ record, path, kind, typed, stood }: NamedField, names: Names, add: Add): void {
  if (!isCalled(record)) return
  const ids = names.among(record, typed, stood)
  if (ids.length < 2 && !names.isMisnumbered(record, typed)) return
  const choice = ids
    .slice(0, 8)
    .map((id) => `“${numbered(typed).name} #${id}”`)
    .join(' or ')
  add(path, `${kind.label} must be one of that name: write ${choice}`)
}

export function describesVenue({ lists }: Pick<RoundEntry, 'lists'>): boolean {
  return Object.values(lists.new_venue[0]?.values ?? {}).some((value) => value !== null)
}

async function newVenue(db: Db, entry: RoundEntry, names: Names, add: Add): Promise<void> {
  if (!describesVenue(entry)) return
  if (entry.values.venue === null) return add('venue', 'Venue must be named where a new one is described')
  const known = await venueMeant(db, entry, names)
  const { kind = null, country = null } = entry.lists.new_venue[0]?.values ?? {}
  if (!known || (!differs(kind, known.kind) && !differs(country, known.country))) return
  const where = known.country === null ? '' : ` in ${known.country}`
  const recorded = `${known.name} is ${withArticle(known.kind)}${where}`
  add('venue', `Venue must be a new one, or be described as on record: ${recorded}`)
}

/** Two palaces may bear one name, not in one city. */
export async function venueMeant(db: Db, { values, lists }: RoundEntry, names: Names) {
  const city = lists.new_venue[0]?.values.city ?? null
  const bearers = await venuesWithIds(db, names.among('venue', values.venue ?? ''))
  return bearers.find((venue) => !differs(city, venue.city)) ?? null
}

/** A party that is not known needs a code and a kind, once in the form; then it may be named anywhere. */
async function newParties(db: Db, { lists }: RoundEntry, names: Names, add: Add): Promise<void> {
  const declared = new Set<string>()
  const isKnown = (name: string) => names.idOf('party', name) !== null || declared.has(fold(name))
  const seats = [...lists.delegations, ...lists.third_parties]
  const ids = seats.flatMap(({ values }) => names.idOf('party', values.party) ?? [])
  const known = new Map((await partiesWithIds(db, ids)).map((party) => [party.id, party]))
  for (const { at, values } of seats) {
    const { party: name, code, kind } = values
    if (name === null) continue
    const party = known.get(names.idOf('party', name) ?? 0)
    if (party && (differs(code, party.code) || differs(kind, party.kind)))
      add(
        `${at}code`,
        `Code and kind must be left empty: the party ${party.name} is on record as ${party.code}, ${party.kind}`,
      )
    if (isKnown(name)) continue
    if (code === null) add(`${at}code`, `Code must be given: the party ${name} is not known yet`)
    if (kind === null) add(`${at}kind`, `Kind must be given: the party ${name} is not known yet`)
    declared.add(fold(name))
  }
  for (const { path, name, label } of [...actorsIn(lists.proposals), ...owingIn(lists.outcomes)])
    if (name !== null && !isKnown(name))
      add(path, `${label} must be a party on record, or one that is added above`)
}

/** Every field in which a proposal names a party. */
function actorsIn(proposals: Array<Entry<typeof proposalPart>>) {
  return proposals.flatMap(({ at, values, lists }) => [
    { path: `${at}proposer`, name: values.proposer, label: 'Proposed by' },
    { path: `${at}addressee`, name: values.addressee, label: 'Addressed to' },
    ...lists.events.map((event) => ({
      path: `${event.at}party`,
      name: event.values.party,
      label: 'By party',
    })),
  ])
}

/** Every field in which a commitment names a party. */
function owingIn(outcomes: Array<Entry<typeof outcomePart>>) {
  return outcomes.flatMap(({ lists }) =>
    lists.commitments.flatMap(({ at, values }) => [
      { path: `${at}debtor`, name: values.debtor, label: 'Who owes' },
      { path: `${at}creditor`, name: values.creditor, label: 'To whom' },
    ]),
  )
}

/** A title that the process knows continues that proposal; what is said of it must not contradict the record. */
async function continued(
  db: Db,
  { values }: RoundEntry,
  proposal: Entry<typeof proposalPart>,
  names: Names,
  add: Add,
) {
  if (proposal.id !== null) return
  const known = await proposalTitled(db, values.track_id, proposal.values.title)
  if (!known) return
  const { proposer, addressee, wording, deadline } = proposal.values
  const said = {
    proposer: differs(names.idOf('party', proposer), proposer && known.proposer_id),
    addressee: differs(names.idOf('party', addressee), addressee && known.addressee_id),
    wording: differs(wording, known.wording),
    deadline: differs(deadline, known.deadline),
  }
  for (const [name, isOther] of Object.entries(said))
    if (isOther)
      add(
        proposal.at + name,
        'This must be left empty: a proposal of this title is on record, and says otherwise',
      )
}

/** What was typed, and does not say the same as the record. What was not typed contradicts nothing. */
function differs(typed: string | number | null, recorded: string | number | null): boolean {
  if (typed === null || recorded === null) return false
  return fold(String(typed)) !== fold(String(recorded))
}
