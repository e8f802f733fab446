/* A form of one record, finished before the template sees it. */
import type { Control, Showing } from './control.ts'
import type { Draft } from './draft.ts'
import type { Faults } from './entry.ts'
import {
  controlsOf,
  type FoldedLines,
  foldedLines,
  type Line,
  type ListView,
  linesOf,
  listView,
} from './groups.ts'
import type { More, Part } from './part.ts'
import type { TrackChoice } from './suggestions.ts'

export interface SheetPlan {
  heading: string
  note?: string
  fields?: string[]
  /** Fields that are seldom needed, folded away beneath. */
  more?: More
  /** A part that stands once and carries no number. */
  once?: string
  list?: string
}

export interface ShownSheet {
  draft: Draft
  token: string
  version: number
  faults?: Faults
  focus?: string
}

interface Section {
  id: string
  heading: string
  note: string
  lines: Line[]
  more: FoldedLines | null
  lists: ListView[]
}

export function sheetOf(
  part: Part,
  plan: SheetPlan[],
  shown: ShownSheet,
  tracks: TrackChoice = { groups: [], more: '' },
) {
  const { draft, token, version, faults = new Map(), focus = '' } = shown
  const showing: Showing = { faults, focus, tracks, isUsed: false }
  const sections = plan.map((section, at) => sectionOf(part, section, at, draft, showing))
  return {
    isPrivate: true,
    token,
    version: String(version),
    sections,
    summary: sections
      .flatMap(({ lines, lists, more }) => controlsOf(lines, lists, more))
      .filter(({ fault }) => fault !== '')
      .map((control) => summaryLine(part, control)),
  }
}

/** The first field that has to be filled in and is not; empty where none is. */
export function firstDue({ part, plan, begins }: { part: Part; plan: SheetPlan[]; begins: Draft }): string {
  const asked = plan.flatMap(({ fields = [] }) => fields)
  return asked.find((name) => part.fields[name]?.required && begins.typed[name] === '') ?? ''
}

function sectionOf(
  part: Part,
  { heading, note = '', fields = [], more, once, list }: SheetPlan,
  at: number,
  draft: Draft,
  showing: Showing,
): Section {
  const inner = (name: string) => part.lists[name] as Part
  const single = once && draft.rows[once]?.[0]
  return {
    id: `part-${at + 1}`,
    heading,
    note,
    lines: [
      ...linesOf(part, draft, '', showing, fields),
      ...(single ? linesOf(inner(once), single, `${once}.`, showing) : []),
    ],
    more: foldedLines(part, draft, '', showing, more),
    lists: list ? [listView(list, inner(list), draft.rows[list] ?? [], '', showing)] : [],
  }
}

/** It stands open where anything in it was typed or is wrong. */

/** The words at the field, led by the row it stands in. */
function summaryLine(part: Part, { id, name, fault }: Control) {
  return { href: `#${id}`, words: placeOf(part, name.split('.')) + fault }
}

function placeOf(part: Part, [name = '', place = '', ...rest]: string[]): string {
  const list = part.lists[name] as Part | undefined
  if (!list || list.limit === 0) return ''
  return `${list.one} ${Number(place) + 1}: ${placeOf(list, rest)}`
}
