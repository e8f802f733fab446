import type { Db } from '../../db/tables.ts'
import { clip } from '../../kernel/words.ts'
import { claimsOnField } from '../../sources/claim-reads.ts'
import { sayValue } from '../../sources/evidence.ts'
import type { Subject } from '../claims/subject.ts'
import type { Draft } from '../draft.ts'
import type { Faults } from '../entry.ts'
import { type SheetPlan, sheetOf } from '../sheet.ts'
import { readingPart } from './part.ts'

/** Claims that the form offers by number. */
const OFFERED = 100

export interface ShownReading {
  draft: Draft
  token: string
  version: number
  faults?: Faults
  isCrossed?: boolean
}

const plan: SheetPlan[] = [
  {
    heading: 'How the field reads',
    note: 'No claim is lost: accounts that contradict stay, and the field stays marked as disputed.',
    fields: ['rule', 'claim_id', 'adopt', 'reason', 'would_settle'],
  },
]

export async function readingForm(db: Db, subject: Subject, shown: ShownReading) {
  const { record, record_id, field } = subject
  const claims = await claimsOnField(db, record, record_id, field ?? '', { limit: OFFERED })
  return {
    ...sheetOf(readingPart, plan, shown),
    title: `Settle ${subject.title}`,
    crumbs: subject.crumbs,
    lead: 'A rule and a reason, under your name and today’s date. It stays in the history and can be reverted.',
    action: '/readings/new',
    hidden: [
      { name: 'record', value: record },
      { name: 'record_id', value: String(record_id) },
      { name: 'field', value: field ?? '' },
    ],
    back: subject.evidence,
    save: 'Save the reading',
    warnings: shown.isCrossed
      ? [
          'Somebody else settled this field meanwhile. What you typed is below; saving it replaces their reading.',
        ]
      : [],
    crossed: null,
    suggestions: [
      {
        id: 'known-claim',
        options: claims.map((claim) => ({
          value: String(claim.id),
          label: clip([sayValue(claim) ?? claim.quote, claim.publisher].filter(Boolean).join(', '), 120),
        })),
      },
    ],
  }
}
