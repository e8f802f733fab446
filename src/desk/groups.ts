/* The parts of the form as fieldsets with their rows. */
import { type Control, controlOf, type Showing } from './control.ts'
import type { Draft } from './draft.ts'
import { type Part, rowAt } from './part.ts'

/** Controls that stand in one line. */
export interface Line {
  controls: Control[]
  isBeside: boolean
  /** The words it is folded under; empty where it stands open. */
  folded: string
  isOpen: boolean
}

export interface Group {
  legend: string
  id: { name: string; value: string } | null
  lines: Line[]
  lists: ListView[]
  remove: { value: string; label: string }
}

export interface ListView {
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

export function listView(name: string, list: Part, rows: Draft[], at: string, showing: Showing): ListView {
  const path = at + name
  return {
    groups: rows.map((row, place) => groupOf(list, row, rowAt(at, name, list, place), place, showing)),
    add: { value: path, label: `Add ${withArticle(list.one)}`, hasFocus: showing.focus === `${path}+` },
    hasRoom: rows.length < list.limit,
  }
}

function groupOf(list: Part, draft: Draft, at: string, place: number, showing: Showing): Group {
  const one = `${list.one} ${place + 1}`
  return {
    legend: one,
    id: draft.id === '' ? null : { name: `${at}id`, value: draft.id },
    lines: linesOf(list, draft, at, showing),
    lists: Object.entries(list.lists).map(([name, inner]) =>
      listView(name, inner as Part, draft.rows[name] ?? [], at, showing),
    ),
    remove: { value: at.slice(0, -1), label: `Remove ${one.toLowerCase()}` },
  }
}

function withArticle(one: string): string {
  return `${/^[aeiou]/i.test(one) ? 'an' : 'a'} ${one.toLowerCase()}`
}

/** Every control in the order of the page. */
export function controlsOf(lines: Line[], lists: ListView[]): Control[] {
  return [
    ...lines.flatMap(({ controls }) => controls),
    ...lists.flatMap(({ groups }) => groups.flatMap((group) => controlsOf(group.lines, group.lists))),
  ]
}
