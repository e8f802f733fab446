import type { Bounds, Folded, OptionalBounds, RecordTable } from '../db/tables.ts'
import { choice, date, name, optional, prose, ref } from '../fields/kinds.ts'
import { record } from '../fields/record.ts'

export const proposalVerbs = [
  'made',
  'restated',
  'amended',
  'accepted',
  'accepted with conditions',
  'rejected',
  'deferred',
  'withdrawn',
  'superseded',
  'lapsed',
] as const

export const proposalFields = {
  process_id: ref('process', { label: 'Process' }),
  title: name({ label: 'What is proposed', help: "Leaders' meeting by the end of August 2025." }),
  proposer_id: optional(ref('party', { label: 'Proposed by' })),
  addressee_id: optional(ref('party', { label: 'Addressed to' })),
  wording: optional(
    prose({ label: 'Wording', max: 500, help: 'Paraphrase; the words themselves belong to the claim.' }),
  ),
  deadline: optional(date({ label: 'Deadline' })),
}
export const proposalRecord = record(
  'proposal',
  'Something one party asks of another; a thread of events through the rounds.',
  proposalFields,
  'title',
)

export const proposalEventFields = {
  proposal_id: ref('proposal', { label: 'Proposal' }),
  round_id: optional(ref('round', { label: 'Round', help: 'Empty where it happened between rounds.' })),
  verb: choice({ label: 'Event', of: proposalVerbs }),
  party_id: optional(ref('party', { label: 'By party' })),
  person_id: optional(ref('person', { label: 'By person' })),
  date: date({ label: 'Date' }),
  wording: optional(prose({ label: 'Wording', max: 500 })),
}
export const proposalEventRecord = record(
  'proposal_event',
  'What a party did with a proposal, and when.',
  proposalEventFields,
)

export const proposalIssueFields = {
  proposal_id: ref('proposal', { label: 'Proposal' }),
  issue_id: ref('issue', { label: 'Issue' }),
}
export const proposalIssueRecord = record('proposal_issue', 'What a proposal is about.', proposalIssueFields)

declare module '../db/tables.ts' {
  interface Tables {
    proposal: RecordTable<typeof proposalFields> & OptionalBounds<'deadline'> & Folded<'title'>
    proposal_event: RecordTable<typeof proposalEventFields> & Bounds<'date'>
    proposal_issue: RecordTable<typeof proposalIssueFields>
  }
}
