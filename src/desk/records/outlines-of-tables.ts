/* Who sat at the table, and when. */
import { delegateRecord, delegationRecord, sessionRecord, thirdPartyRecord } from '../../rounds/fields.ts'
import type { Outline } from './outline.ts'

/** Lines of clock time, alike for every session. */
export const clockLines = [
  ['start_time', 'start_exactness', 'end_time', 'end_exactness'],
  ['zone', 'duration_minutes', 'duration_exactness'],
]

const sessionOutline: Outline = {
  kind: sessionRecord,
  orderedIn: 'round_id',
  short: ['round_id', 'title', 'format', 'date', ...clockLines.flat()],
  beside: [['title', 'format', 'date'], ...clockLines, ['venue_id', 'position']],
}

const delegationOutline: Outline = {
  kind: delegationRecord,
  orderedIn: 'round_id',
  short: ['round_id', 'party_id', 'size', 'mandate'],
  beside: [
    ['round_id', 'party_id'],
    ['size', 'mandate'],
  ],
  rows: [
    {
      list: 'people',
      kind: delegateRecord,
      by: 'delegation_id',
      orderedIn: 'delegation_id',
      one: 'Person',
      heading: 'Its people',
      limit: 60,
      named: ['person_id'],
      preset: { role: 'member' },
      beside: [['person_id', 'office_id', 'role']],
      folded: { note: 'Note' },
    },
  ],
}

const delegateOutline: Outline = {
  kind: delegateRecord,
  orderedIn: 'delegation_id',
  short: ['delegation_id', 'person_id', 'office_id', 'role'],
  beside: [['person_id', 'office_id', 'role']],
}

const thirdPartyOutline: Outline = {
  kind: thirdPartyRecord,
  short: ['round_id', 'party_id', 'person_id', 'office_id', 'role'],
  beside: [
    ['round_id', 'role'],
    ['party_id', 'person_id', 'office_id'],
  ],
}

export const tableOutlines = [sessionOutline, delegationOutline, delegateOutline, thirdPartyOutline]
