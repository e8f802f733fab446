/* A form of one record, finished before the template sees it. */
import type { Showing } from './control.ts'
import type { Draft } from './draft.ts'
import type { Faults } from './entry.ts'
import { controlsOf, type Line, type ListView, linesOf, listView } from './groups.ts'
import type { Part } from './part.ts'

export interface SheetPlan {
  heading: string
  note?: string
  fields: string[]
  list?: string
}

interface Shown {
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
  lists: ListView[]
}

export function sheetOf(part: Part, plan: SheetPlan[], shown: Shown) {
  const { draft, token, version, faults = new Map(), focus = '' } = shown
  const showing: Showing = { faults, focus, tracks: [], isUsed: false }
  const sections = plan.map(
    ({ heading, note = '', fields, list }, at): Section => ({
      id: `part-${at + 1}`,
      heading,
      note,
      lines: linesOf(part, draft, '', showing, fields),
      lists: list ? [listView(list, part.lists[list] as Part, draft.rows[list] ?? [], '', showing)] : [],
    }),
  )
  return {
    isPrivate: true,
    token,
    version: String(version),
    sections,
    summary: sections
      .flatMap(({ lines, lists }) => controlsOf(lines, lists))
      .filter(({ fault }) => fault !== '')
      .map(({ id, fault }) => ({ href: `#${id}`, words: fault })),
  }
}
