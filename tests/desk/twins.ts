import type { Db } from '../../src/db/tables.ts'
import { recording } from '../../src/evidence/status-writes.ts'
import type { Fields, Values } from '../../src/fields/kind.ts'
import type { RecordKind } from '../../src/fields/record.ts'
import { createRecord } from '../../src/history/record-writes.ts'
import { nameRecord, officeRecord, partyRecord, personRecord } from '../../src/parties/fields.ts'
import { issueRecord, processRecord, trackRecord } from '../../src/processes/fields.ts'
import {
  positionRecord,
  proposalEventRecord,
  proposalIssueRecord,
  proposalRecord,
} from '../../src/proposals/fields.ts'
import { delegateRecord, delegationRecord, roundRecord, thirdPartyRecord } from '../../src/rounds/fields.ts'
import { captureRecord, claimRecord, readingRecord, sourceRecord } from '../../src/sources/fields.ts'
import { venueRecord } from '../../src/venues/fields.ts'
import { somebody } from '../record/folders.ts'

/** The made-up record, with a twin of somebody or something of every kind that has a part in the same round. */
export interface Twins {
  person: number
  venue: number
  party: number
  source: number
  round: number
  proposal: number
  process: number
  track: number
  issue: number
  /** The double of delegate 1. */
  delegate: number
  /** The double of delegation 1. */
  delegation: number
  office: number
}

export function addTwins(db: Db): Promise<Twins> {
  return recording(db, async (db) => {
    const make = <F extends Fields>(kind: RecordKind<F>, values: Partial<Values<F>>) =>
      createRecord(db, somebody, kind, values)
    const claim = (record: string, record_id: number, field: string | null, value: string, source_id = 2) =>
      make(claimRecord, { record, record_id, field, value, affirms: 1, source_id, asserted: '2024-03-16' })
    const source = await make(sourceRecord, {
      publisher: 'The Marrow Gazette',
      kind: 'news report',
      url: 'https://gazette.example/again',
      version_of_id: 4,
      reliability: 'B',
    })
    await make(captureRecord, { source_id: source, text: 'The text of the twin.' })
    const venue = await make(venueRecord, { name: 'Cinar Palace', kind: 'palace', city: 'Port Helm' })
    const party = await make(partyRecord, { name: 'Varenia', code: 'VRN', kind: 'state', iso_alpha3: 'VAR' })
    const person = await make(personRecord, { name: 'I. Dvorkin', note: 'Entered from a list.' })
    await make(nameRecord, { person_id: person, name: 'Ywa Dworkin', kind: 'alias', language: 'uk-Latn' })
    await make(nameRecord, { person_id: person, name: 'Iva Dvorkin', kind: 'alias' })
    const office = await make(officeRecord, { person_id: person, title: 'deputy foreign minister' })
    await make(officeRecord, { person_id: person, title: 'Chief of staff', party_id: party })
    const delegation = await make(delegationRecord, {
      round_id: 1,
      party_id: party,
      position: 3,
      mandate: 'Passage.',
    })
    const delegate = await make(delegateRecord, {
      delegation_id: 1,
      person_id: person,
      office_id: office,
      role: 'member',
      position: 2,
      note: 'Left early.',
    })
    await make(delegateRecord, { delegation_id: delegation, person_id: 1, role: 'member', position: 1 })
    await make(thirdPartyRecord, { round_id: 1, party_id: party, person_id: 3, role: 'mediator' })
    const track = await make(trackRecord, {
      process_id: 1,
      title: 'Port Helm',
      level: '1',
      summary: 'As the other.',
    })
    const round = await make(roundRecord, {
      track_id: track,
      title: 'Port Helm, March 2024',
      date: '2024-03',
      status: 'held',
      venue_id: venue,
      format: 'plenary',
      summary: 'Entered twice.',
    })
    const second = await make(delegationRecord, { round_id: round, party_id: 1, position: 1, size: 7 })
    await make(delegateRecord, { delegation_id: second, person_id: 1, role: 'head', position: 1 })
    await make(delegateRecord, { delegation_id: second, person_id: 4, role: 'member', position: 2 })
    await make(thirdPartyRecord, {
      round_id: round,
      party_id: 3,
      person_id: 3,
      role: 'mediator',
      note: 'Chaired.',
    })
    const issue = await make(issueRecord, {
      code: 'transit',
      title: 'Transit',
      parent_id: 3,
      pax_code: 'Tra',
    })
    const process = await make(processRecord, {
      slug: 'marrow-strait',
      title: 'Marrow talks',
      date: '2024',
      status: 'ongoing',
    })
    const proposal = await make(proposalRecord, {
      process_id: 1,
      title: 'Free passage',
      proposer_id: party,
      addressee_id: 2,
    })
    await make(proposalEventRecord, {
      proposal_id: proposal,
      round_id: 1,
      verb: 'made',
      party_id: 1,
      date: '2024-03-14',
    })
    await make(proposalIssueRecord, { proposal_id: proposal, issue_id: 1 })
    await make(proposalIssueRecord, { proposal_id: 1, issue_id: issue })
    for (const one of [1, issue])
      await make(positionRecord, {
        process_id: 1,
        party_id: 1,
        issue_id: one,
        date: '2024-03-14',
        stance: 'demands',
      })
    await claim('delegate', delegate, 'role', 'member')
    await claim('delegation', delegation, 'size', '9', source)
    await claim('round', round, 'date', '2024-03', source)
    await claim('venue', venue, 'city', 'Halden', source)
    await claim('person', person, null, 'He led the envoys', source)
    await claim('delegate', 1, 'person_id', 'I. Dvorkin', source)
    await claim('delegation', 1, 'party_id', 'Varenia', source)
    await claim('round', 1, 'venue_id', 'Cinar Palace', source)
    const reading = { record: 'round', rule: 'inference' as const, decided_by: 'Nora', decided: '2024-06-01' }
    await make(readingRecord, { ...reading, record_id: 1, field: 'date', reason: 'From the agenda.' })
    await make(readingRecord, { ...reading, record_id: round, field: 'date', reason: 'From a diary.' })
    return {
      person,
      venue,
      party,
      source,
      round,
      proposal,
      process,
      track,
      issue,
      delegate,
      delegation,
      office,
    }
  })
}
