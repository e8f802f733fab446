/* What was asked, held, agreed and delivered. */
import { commitmentRecord, documentRecord, followUpRecord, outcomeRecord } from '../../outcomes/fields.ts'
import {
  positionRecord,
  proposalEventRecord,
  proposalIssueRecord,
  proposalRecord,
} from '../../proposals/fields.ts'
import type { Outline, Rows } from './outline.ts'

const amount = ['quantity', 'quantity_bound']

const followUpRows: Rows = {
  list: 'follow_ups',
  kind: followUpRecord,
  by: 'commitment_id',
  one: 'Follow-up',
  heading: 'Reported deliveries',
  limit: 60,
  named: ['title', 'date'],
  beside: [
    ['title', 'date', 'reporter_id'],
    [...amount, 'implementation'],
  ],
  folded: { note: 'Note' },
}

const commitmentRows: Rows = {
  list: 'commitments',
  kind: commitmentRecord,
  by: 'outcome_id',
  one: 'Commitment',
  heading: 'Commitments',
  note: 'Who owes whom what.',
  limit: 30,
  named: ['title'],
  beside: [
    ['debtor_id', 'creditor_id'],
    [...amount, 'unit'],
  ],
  rows: [followUpRows],
}

const eventRows: Rows = {
  list: 'events',
  kind: proposalEventRecord,
  by: 'proposal_id',
  one: 'Event',
  heading: 'What was done with it',
  limit: 60,
  named: ['verb', 'party_id', 'date'],
  beside: [
    ['round_id', 'verb', 'date'],
    ['party_id', 'person_id'],
  ],
}

const issueRows: Rows = {
  list: 'issues',
  kind: proposalIssueRecord,
  by: 'proposal_id',
  one: 'Issue',
  heading: 'What it is about',
  limit: 30,
  named: ['issue_id'],
}

const stanceRows: Rows = {
  list: 'positions',
  kind: positionRecord,
  by: 'proposal_id',
  shared: ['process_id'],
  one: 'Position',
  heading: 'Positions on it',
  note: 'Silence too, where somebody reports it.',
  limit: 60,
  named: ['party_id', 'stance', 'date'],
  beside: [
    ['party_id', 'stance', 'date'],
    ['issue_id', 'round_id'],
  ],
}

const proposalOutline: Outline = {
  kind: proposalRecord,
  short: ['process_id', 'title', 'proposer_id', 'addressee_id'],
  beside: [['proposer_id', 'addressee_id']],
  rows: [issueRows, eventRows, stanceRows],
}

const eventOutline: Outline = {
  kind: proposalEventRecord,
  short: ['proposal_id', 'verb', 'party_id', 'date', 'round_id'],
  beside: [['verb', 'party_id', 'date']],
}

const proposalIssueOutline: Outline = {
  kind: proposalIssueRecord,
  short: ['proposal_id', 'issue_id'],
  beside: [['proposal_id', 'issue_id']],
}

const positionOutline: Outline = {
  kind: positionRecord,
  short: ['process_id', 'issue_id', 'party_id', 'stance', 'date'],
  beside: [
    ['process_id', 'issue_id'],
    ['party_id', 'stance', 'date'],
    ['round_id', 'proposal_id'],
  ],
}

const documentOutline: Outline = {
  kind: documentRecord,
  short: ['process_id', 'round_id', 'title', 'kind', 'access', 'date'],
  beside: [
    ['process_id', 'round_id'],
    ['kind', 'access', 'date'],
  ],
}

const outcomeOutline: Outline = {
  kind: outcomeRecord,
  short: ['round_id', 'title', 'kind', 'level'],
  beside: [['kind', 'level']],
  rows: [commitmentRows],
}

const commitmentOutline: Outline = {
  kind: commitmentRecord,
  short: ['outcome_id', 'title', 'debtor_id', 'creditor_id', ...amount, 'unit', 'deadline'],
  beside: [
    ['debtor_id', 'creditor_id'],
    [...amount, 'unit', 'deadline'],
  ],
  rows: [followUpRows],
}

const followUpOutline: Outline = {
  kind: followUpRecord,
  short: ['commitment_id', 'title', 'date', 'reporter_id', ...amount],
  beside: [['date', 'reporter_id'], amount],
}

export const bargainOutlines = [
  proposalOutline,
  eventOutline,
  proposalIssueOutline,
  positionOutline,
  documentOutline,
  outcomeOutline,
  commitmentOutline,
  followUpOutline,
]
