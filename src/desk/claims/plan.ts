/* In which order the form of a claim asks. */
import type { ClaimPart } from './part.ts'

type Name = keyof ClaimPart['fields']
export const claimPlan: Array<{ heading: string; note?: string; fields: Name[]; list?: 'links' }> = [
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
