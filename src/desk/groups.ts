/* The parts of the form as fieldsets with their rows. */

import { quotable } from '../kernel/text.ts'
import { withArticle } from '../kernel/words.ts'
import { type Control, controlOf, type Showing } from './control.ts'
import type { Draft } from './draft.ts'
import { type More, type Part, rowAt } from './part.ts'

/** Controls that stand in one line. */
export interface Line {
  controls: Control[]
  isBeside: boolean
  /** The words it is folded under; empty where it stands open. */
  folded: string
  isOpen: boolean
}

/** Lines that are folded away together under these words. */
export interface FoldedLines {
  words: string
  isOpen: boolean
  lines: Line[]
}

export interface Group {
  legend: string
  /** A row of the record stands folded under these words until something in it calls, and so does one that tells itself in its legend; a row within another never does. */
  folded: string
  isOpen: boolean
  id: { name: string; value: string } | null
  lines: Line[]
  lists: ListView[]
  more: FoldedLines | null
  remove: { value: string; label: string }
}

export interface ListView {
  /** Where a script finds it again in the answer to its buttons. */
  id: string
  groups: Group[]
  add: { value: string; label: string; hasFocus: boolean }
  hasRoom: boolean
}

/** The fields of a part, line by line; all of them, or those of one section. */
export function linesOf(
  part: Part,
  draft: Draft,
  at: string,
  showing: Showing,
  fields = Object.keys(part.fields),
): Line[] {
  const seen = new Set<string>()
  return fields.flatMap((name) => {
    if (seen.has(name)) return []
    const line = part.beside.find((some) => some.includes(name)) ?? [name]
    for (const one of line) seen.add(one)
    const controls = line.map((one) => controlOf(part, one, at, draft.typed[one] ?? '', showing))
    const isOpen = controls.some(({ value, fault }) => value !== '' || fault !== '')
    return [{ controls, isBeside: line.length > 1, folded: part.folded[name] ?? '', isOpen }]
  })
}

/** Open where something in it was filled in, or calls; what a new row begins with does not count. */
export function foldedLines(
  part: Part,
  draft: Draft,
  at: string,
  showing: Showing,
  more: More | null | undefined,
): FoldedLines | null {
  if (!more) return null
  const lines = linesOf(part, draft, at, showing, more.fields)
  const preset = part.preset(0)
  const isFilled = ({ name, value }: Control) => value !== (preset[name.slice(at.length)] ?? '')
  const controls = controlsOf(lines, [])
  const isOpen = controls.some((control) => control.fault !== '' || isFilled(control))
  return { words: more.words, isOpen, lines }
}

export function listView(name: string, list: Part, rows: Draft[], at: string, showing: Showing): ListView {
  const path = at + name
  return {
    id: `list-${path.replaceAll('.', '-')}`,
    groups: rows.map((row, place) => groupOf(list, row, rowAt(at, name, list, place), place, showing)),
    add: {
      value: path,
      label: `Add ${withArticle(list.one.toLowerCase())}`,
      hasFocus: showing.focus === `${path}+`,
    },
    hasRoom: rows.length < list.limit,
  }
}

/** The fields that are not folded away together, nor stand in a line with one that is. */
function namesOf({ fields, more, beside }: Part): string[] {
  const away = new Set(
    (more?.fields ?? []).flatMap((name) => beside.find((line) => line.includes(name)) ?? name),
  )
  return Object.keys(fields).filter((name) => !away.has(name))
}

function groupOf(list: Part, draft: Draft, at: string, place: number, showing: Showing): Group {
  const one = `${list.one} ${place + 1}`
  const lines = linesOf(list, draft, at, showing, namesOf(list))
  const lists = Object.entries(list.lists).map(([name, inner]) =>
    listView(name, inner as Part, draft.rows[name] ?? [], at, showing),
  )
  const more = foldedLines(list, draft, at, showing, list.more)
  const isInner = at.split('.').length > 3
  const said = list.named.flatMap((name) => draft.typed[name] || [])
  return {
    legend: said.length === 0 ? one : `${one}: ${quotable(said.join(', '))}`,
    folded: !isInner && (draft.id !== '' || isTold(list, draft, place)) ? `Change ${one.toLowerCase()}` : '',
    isOpen:
      controlsOf(lines, lists, more).some(({ fault, hasFocus }) => fault !== '' || hasFocus) ||
      lists.some(({ add }) => add.hasFocus),
    id: draft.id === '' ? null : { name: `${at}id`, value: draft.id },
    lines,
    lists,
    more,
    remove: { value: at.slice(0, -1), label: `Remove ${one.toLowerCase()}` },
  }
}

/** Whether the legend says by itself what a new row of this list is about. */
function isTold({ isBrief, named, preset }: Part, { typed }: Draft, place: number): boolean {
  return isBrief && named.some((name) => typed[name] !== '' && typed[name] !== preset(place)[name])
}

/** Every control in the order of the page. */
export function controlsOf(lines: Line[], lists: ListView[], more: FoldedLines | null = null): Control[] {
  return [
    ...lines.flatMap(({ controls }) => controls),
    ...lists.flatMap(({ groups }) =>
      groups.flatMap((group) => controlsOf(group.lines, group.lists, group.more)),
    ),
    ...(more?.lines ?? []).flatMap(({ controls }) => controls),
  ]
}
