import type { Db } from '../db/tables.ts'
import type { Crossing } from './crossed.ts'
import { roundPart } from './parts.ts'
import { type ShownSheet, sheetOf } from './sheet.ts'
import { suggestions, trackChoice } from './suggestions.ts'

/** A form as it is to be shown. */
export interface Shown extends ShownSheet {
  /** The round that is edited, under its title; null for a new one. */
  round: { id: number; title: string } | null
  crossed?: Crossing[] | null
}

type RoundField = keyof typeof roundPart.fields
type RoundList = keyof typeof roundPart.lists
const plan: Array<{
  heading: string
  note?: string
  fields?: RoundField[]
  once?: RoundList
  list?: RoundList
}> = [
  {
    heading: 'The round',
    fields: ['track_id', 'title', 'ordinal', 'status', 'language', 'summary', 'result'],
  },
  { heading: 'When', fields: ['date', 'planned_start', 'start_time', 'end_time', 'duration_minutes'] },
  { heading: 'Where', fields: ['venue'], once: 'new_venue' },
  { heading: 'Who sat opposite whom', note: 'Rows left empty are not saved.', list: 'delegations' },
  { heading: 'Third parties', note: 'Hosts, mediators, observers.', list: 'third_parties' },
  {
    heading: 'Proposals',
    note: 'It counts as made at this round by its proposer, unless an event says otherwise.',
    list: 'proposals',
  },
  { heading: 'Outcomes', list: 'outcomes' },
  {
    heading: 'Source',
    note: 'It is cited for everything that you fill in or change here. Without a source, all that is shown as unsourced.',
    once: 'source',
  },
]

export async function formPage(db: Db, shown: Shown) {
  const { draft, round, crossed = null } = shown
  const tracks = await trackChoice(db)
  return {
    ...sheetOf(roundPart, plan, shown, tracks.groups),
    title: round ? `Edit ${round.title}` : 'Add a round',
    lead: 'Fill in what is known; everything but the track, the title, the date and the status may stay empty.',
    crumbs: [
      { label: 'Rounds', href: '/rounds' },
      ...(round ? [{ label: round.title, href: `/rounds/${round.id}` }] : []),
    ],
    action: round ? `/rounds/${round.id}/edit` : '/rounds/new',
    hidden: [],
    back: round ? `/rounds/${round.id}` : '/rounds',
    save: 'Save the round',
    warnings: [],
    crossed,
    suggestions: await suggestions(db, tracks.processOf(draft.typed.track_id ?? '')),
  }
}
