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

export const stances = [
  'demands',
  'supports',
  'accepts with conditions',
  'opposes',
  'refuses to discuss',
  'silent',
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
export const proposalIssueRecord = record(
  'proposal_issue',
  'What a proposal is about.',
  proposalIssueFields,
  null,
  'nothing',
)

export const positionFields = {
  process_id: ref('process', { label: 'Process' }),
  party_id: ref('party', { label: 'Party' }),
  issue_id: ref('issue', { label: 'Issue' }),
  round_id: optional(ref('round', { label: 'Round', help: 'Empty where it was taken between rounds.' })),
  proposal_id: optional(
    ref('proposal', {
      label: 'On proposal',
      help: 'Where the stance is towards one proposal: silent, no answer yet.',
    }),
  ),
  date: date({ label: 'Date' }),
  stance: choice({ label: 'Stance', of: stances }),
  wording: optional(
    prose({ label: 'Wording', max: 300, help: 'Two to five words; the quote belongs to the claim.' }),
  ),
}
export const positionRecord = record(
  'position',
  'What a party held on an issue, on one day; silence too, where somebody reports it.',
  positionFields,
)

declare module '../db/tables.ts' {
  interface Tables {
    proposal: RecordTable<typeof proposalFields> & OptionalBounds<'deadline'> & Folded<'title'>
    proposal_event: RecordTable<typeof proposalEventFields> & Bounds<'date'>
    proposal_issue: RecordTable<typeof proposalIssueFields>
    position: RecordTable<typeof positionFields> & Bounds<'date'>
  }
}
