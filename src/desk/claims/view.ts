import type { Db } from '../../db/tables.ts'
import type { Crossing } from '../crossed.ts'
import type { Draft } from '../draft.ts'
import type { Faults } from '../entry.ts'
import { sheetOf } from '../sheet.ts'
import { suggestions } from '../suggestions.ts'
import type { ClaimPart } from './part.ts'
import type { Subject } from './subject.ts'

export interface ShownClaim {
  part: ClaimPart
  draft: Draft
  id: number | null
  token: string
  version: number
  faults?: Faults
  warnings?: string[]
  crossed?: Crossing[] | null
  focus?: string
}

type Name = keyof ClaimPart['fields']
const plan: Array<{ heading: string; note?: string; fields: Name[]; list?: 'links' }> = [
  { heading: 'What is said', fields: ['stance', 'value', 'value_exactness', 'weekday_printed', 'certainty'] },
  {
    heading: 'Who says it',
    note: 'Left empty where the source says it in its own voice.',
    fields: ['asserter', 'asserter_party', 'asserter_person'],
  },
  {
    heading: 'Where it was read',
    note: 'A source on record by its number, or a new one.',
    fields: [
      'source_id',
      'publisher',
      'title',
      'url',
      'published',
      'kind',
      'reliability',
      'quote',
      'locator',
      'asserted',
      'credibility',
    ],
  },
  {
    heading: 'Through whom it came',
    note: 'Link by link: first whom the source cites, last where the words came from.',
    fields: [],
    list: 'links',
  },
  { heading: 'Besides', fields: ['taken', 'taken_on', 'kept', 'note'] },
]

export async function claimForm(db: Db, subject: Subject, shown: ShownClaim) {
  const { id, warnings = [], crossed = null } = shown
  return {
    ...sheetOf(shown.part, plan, shown),
    title: id === null ? `Add a claim on ${subject.title}` : `Correct claim ${id} on ${subject.title}`,
    crumbs: subject.crumbs,
    lead: 'What one source says, through whom and in which words. Nothing else changes: the reading is the editors’.',
    action: id === null ? '/claims/new' : `/claims/${id}/edit`,
    hidden: [
      { name: 'record', value: subject.record },
      { name: 'record_id', value: String(subject.record_id) },
      { name: 'field', value: subject.field ?? '' },
    ],
    back: subject.evidence,
    save: id === null ? 'Add the claim' : 'Save the correction',
    warnings,
    crossed,
    suggestions: await suggestions(db, null),
  }
}
