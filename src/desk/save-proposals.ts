import { createRecord, raiseVersion, withdrawRecord } from '../history/record-writes.ts'
import { proposalEventRecord, proposalRecord } from '../proposals/fields.ts'
import { otherRoundsOf, proposalTitled } from '../proposals/reads.ts'
import { withdrawFromRound } from '../proposals/writes.ts'
import { roundRecord } from '../rounds/fields.ts'
import type { Gathered } from '../rounds/gather.ts'
import { theTrack } from '../rounds/reads.ts'
import type { Entry } from './part.ts'
import type { proposalPart } from './parts.ts'
import type { RoundEntry } from './rules.ts'
import { REMOVED, type Writing } from './writing.ts'

type ProposalEntry = Entry<typeof proposalPart>
/** The round, and the day that an event falls on where it has none of its own. */
interface Here {
  round_id: number
  date: string
}

export async function saveProposals(
  writing: Writing,
  round_id: number,
  { lists, values }: RoundEntry,
  all: Gathered | null,
): Promise<void> {
  const { db, by } = writing
  const { process_id } = await theTrack(db, values.track_id)
  await writing.removeMissing(all?.proposals ?? [], lists.proposals, (id) =>
    withdrawFromRound(db, by, id, round_id, REMOVED),
  )
  for (const entry of lists.proposals) {
    const known = entry.id === null ? await proposalTitled(db, values.track_id, entry.values.title) : null
    const id = known?.id ?? (await saveProposal(writing, entry, process_id, round_id))
    const here = { round_id, date: values.date }
    const isSilent = known ? entry.lists.events.length === 0 : !entry.lists.events.some(isMaking)
    if (entry.id === null && isSilent) await made(writing, entry, id, here, known ? 'restated' : 'made')
    await saveEvents(writing, entry, id, here, all)
  }
}

async function saveProposal(writing: Writing, entry: ProposalEntry, process_id: number, round_id: number) {
  const { title, wording, deadline } = entry.values
  const proposer_id = await writing.party(entry, 'proposer')
  const addressee_id = await writing.party(entry, 'addressee')
  const values = { title, proposer_id, addressee_id, wording, deadline }
  const before = writing.facts.length
  const id = await writing.keep(
    proposalRecord,
    entry,
    entry.id === null ? { process_id, ...values } : values,
    title,
  )
  // Other rounds show it too: whoever edits one of them now must see that it changed.
  if (entry.id !== null && writing.facts.length > before)
    await raiseVersion(writing.db, roundRecord, await otherRoundsOf(writing.db, [id], round_id))
  return id
}

function isMaking({ values: { verb } }: ProposalEntry['lists']['events'][number]): boolean {
  return verb === 'made' || verb === 'restated' || verb === 'amended'
}

/** A proposal is first of all made, here and by its proposer, or restated, unless the form says otherwise. */
async function made(
  { db, by, facts, names }: Writing,
  { values, stood }: ProposalEntry,
  proposal_id: number,
  here: Here,
  verb: 'made' | 'restated',
) {
  const party_id = names.idOf('party', values.proposer, stood.proposer)
  const event = { proposal_id, ...here, verb, party_id }
  const record_id = await createRecord(db, by, proposalEventRecord, event)
  facts.push({ record: 'proposal_event', record_id, field: null, value: values.title, exactness: null })
}

async function saveEvents(
  writing: Writing,
  { id, lists }: ProposalEntry,
  proposal_id: number,
  { round_id, date }: Here,
  all: Gathered | null,
) {
  const { db, by } = writing
  const standing =
    all?.events.filter((event) => event.proposal_id === id && event.round_id === round_id) ?? []
  await writing.removeMissing(standing, lists.events, (id) =>
    withdrawRecord(db, by, proposalEventRecord, id, REMOVED),
  )
  for (const entry of lists.events) {
    const { verb, wording, party } = entry.values
    const values = { verb, wording, date: entry.values.date ?? date, party_id: await writing.party(entry) }
    const place = entry.id === null ? { proposal_id, round_id } : {}
    await writing.keep(
      proposalEventRecord,
      entry,
      { ...place, ...values },
      wording ?? [party, verb].filter(Boolean).join(' '),
    )
  }
}
