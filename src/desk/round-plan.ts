/* In which order the form of a round asks. */
import type { roundPart } from './parts.ts'

type RoundField = keyof typeof roundPart.fields
type RoundList = keyof typeof roundPart.lists

export const roundPlan: Array<{
  heading: string
  note?: string
  fields?: RoundField[]
  /** The short form asks for the fields; the rest is folded away under these words. */
  more?: { words: string; fields: RoundField[] }
  once?: RoundList
  list?: RoundList
}> = [
  {
    heading: 'The round',
    fields: ['track_id', 'title'],
    more: {
      words: 'Number, status, format, language, summary and result',
      fields: ['ordinal', 'status', 'summary', 'result'],
    },
  },
  {
    heading: 'When',
    fields: ['date', 'start_time'],
    more: {
      words: 'Planned start, end and length',
      fields: ['planned_start', 'end_time', 'duration_minutes'],
    },
  },
  { heading: 'Where', fields: ['venue'], once: 'new_venue' },
  { heading: 'Who sat opposite whom', note: 'Rows left empty are not saved.', list: 'delegations' },
  {
    heading: 'Source',
    note: 'It is cited for everything that you fill in or change here. Without a source, all that is shown as unsourced.',
    once: 'source',
  },
  { heading: 'Sessions', note: 'Parts of the round, in their order.', list: 'sessions' },
  { heading: 'Third parties', note: 'Hosts, mediators, observers.', list: 'third_parties' },
  {
    heading: 'Proposals',
    note: 'It counts as made at this round by its proposer, unless an event says otherwise.',
    list: 'proposals',
  },
  { heading: 'Outcomes', note: 'And who owes whom what.', list: 'outcomes' },
  {
    heading: 'Its words',
    note: 'What that source says of the round itself. People, proposals and outcomes carry their words above.',
    list: 'statements',
  },
]
