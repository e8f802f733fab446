import type { Db } from '../db/tables.ts'
import type { Control, Showing } from './control.ts'
import type { Crossing } from './crossed.ts'
import type { Draft } from './draft.ts'
import type { Faults } from './entry.ts'
import { controlsOf, type Line, type ListView, linesOf, listView } from './groups.ts'
import type { Part } from './part.ts'
import { roundPart } from './parts.ts'
import { suggestions, trackChoice } from './suggestions.ts'

/** A form as it is to be shown. */
export interface Shown {
  draft: Draft
  /** The round that is edited, under its title; null for a new one. */
  round: { id: number; title: string } | null
  token: string
  version: number
  faults?: Faults
  crossed?: Crossing[] | null
  focus?: string
}

interface Section {
  id: string
  heading: string
  note: string
  lines: Line[]
  lists: ListView[]
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
  const { draft, round, token, version, faults = new Map(), crossed = null, focus = '' } = shown
  const tracks = await trackChoice(db)
  const showing: Showing = { faults, focus, tracks: tracks.groups, isUsed: false }
  const sections = plan.map((section, at) => sectionOf(section, at, draft, showing))
  const title = round ? `Edit ${round.title}` : 'Add a round'
  return {
    title,
    isPrivate: true,
    crumbs: [
      { label: 'Rounds', href: '/rounds' },
      ...(round ? [{ label: round.title, href: `/rounds/${round.id}` }] : []),
    ],
    action: round ? `/rounds/${round.id}/edit` : '/rounds/new',
    back: round ? `/rounds/${round.id}` : '/rounds',
    isEditing: round !== null,
    token,
    version: String(version),
    summary: sections
      .flatMap(({ lines, lists }) => controlsOf(lines, lists))
      .filter(({ fault }) => fault !== '')
      .map(summaryLine),
    crossed,
    sections,
    suggestions: await suggestions(db, tracks.processOf(draft.typed.track_id ?? '')),
  }
}

function sectionOf(
  { heading, note = '', fields = [], once, list }: (typeof plan)[number],
  at: number,
  draft: Draft,
  showing: Showing,
): Section {
  const part = (name: RoundList) => roundPart.lists[name] as Part
  const single = once && draft.rows[once]?.[0]
  return {
    id: `part-${at + 1}`,
    heading,
    note,
    lines: [
      ...linesOf(roundPart, draft, '', showing, fields),
      ...(single ? linesOf(part(once), single, `${once}.`, showing) : []),
    ],
    lists: list ? [listView(list, part(list), draft.rows[list] ?? [], '', showing)] : [],
  }
}

/** The words at the field, led by the row it stands in. */
function summaryLine({ id, name, fault }: Control) {
  return { href: `#${id}`, words: placeOf(roundPart, name.split('.')) + fault }
}

function placeOf(part: Part, [name = '', place = '', ...rest]: string[]): string {
  const list = part.lists[name] as Part | undefined
  if (!list || list.limit === 0) return ''
  return `${list.one} ${Number(place) + 1}: ${placeOf(list, rest)}`
}
