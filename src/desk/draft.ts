/* A form as it was typed: nothing checked, nothing lost. */
import { createHash } from 'node:crypto'
import type { Stored } from '../fields/kind.ts'
import { type Part, rowAt } from './part.ts'

export interface Draft {
  /** Number of the row it stands for; empty where it is new. */
  id: string
  typed: Record<string, string>
  rows: Record<string, Draft[]>
  /** The records that named fields stand for, where the draft was made from the record. */
  stood: Record<string, number | null>
}

type Nest = Map<string, string | Nest>
// Text that no field accepts, in place of a list where text is due.
const NO_TEXT = '\u0000'

/** Reads what the part declares from flat names such as "delegations.0.party", and nothing else. */
export function readDraft(part: Part, body: Record<string, unknown>): Draft {
  const root: Nest = new Map()
  for (const [name, sent] of Object.entries(body)) place(root, name.split('.').slice(0, 8), sent)
  return draftIn(part, root)
}

function place(nest: Nest, [step = '', ...rest]: string[], sent: unknown): void {
  if (rest.length === 0) {
    if (!nest.has(step)) nest.set(step, typeof sent === 'string' ? sent : NO_TEXT)
    return
  }
  const inner = nest.get(step)
  const next: Nest = inner instanceof Map ? inner : new Map()
  nest.set(step, next)
  place(next, rest, sent)
}

function draftIn(part: Part, nest: Nest): Draft {
  const names = Object.keys(part.fields)
  return {
    id: textIn(nest, 'id'),
    typed: Object.fromEntries(names.map((name) => [name, textIn(nest, name)])),
    rows: mapLists(part, (list, name) => rowsIn(list, nest.get(name))),
    stood: {},
  }
}

function textIn(nest: Nest, name: string): string {
  const sent = nest.get(name)
  return typeof sent === 'string' ? sent : ''
}

function rowsIn(list: Part, sent: string | Nest | undefined): Draft[] {
  const nest: Nest = sent instanceof Map ? sent : new Map()
  if (list.limit === 0) return [draftIn(list, nest)]
  const places = [...nest.keys()].filter((key) => /^(0|[1-9]\d{0,2})$/.test(key)).map(Number)
  const rows = places
    .sort((a, b) => a - b)
    .flatMap((place) => {
      const row = nest.get(String(place))
      return row instanceof Map ? [{ place, row: draftIn(list, row) }] : []
    })
  // The limit holds for new rows alone: what stands in the record is never cut off.
  return rows.flatMap(({ place, row }) => (place < list.limit || row.id !== '' ? [row] : []))
}

export function mapLists<T>(part: Part, make: (list: Part, name: string) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(part.lists).map(([name, list]) => [name, make(list as Part, name)]),
  )
}

/** An empty row at its place, with one empty row in each of its own lists. */
export function emptyDraft(part: Part, at = 0): Draft {
  const preset = part.preset(at)
  return {
    id: '',
    typed: Object.fromEntries(Object.keys(part.fields).map((name) => [name, preset[name] ?? ''])),
    rows: mapLists(part, (list) => (list.isAskedFor ? [] : [emptyDraft(list)])),
    stood: {},
  }
}

/** A row of the record as the form would show it. */
export function draftOf(
  part: Part,
  id: number,
  values: object,
  stood: Record<string, number | null> = {},
  rows: Record<string, Draft[]> = {},
): Draft {
  const known = values as Record<string, Stored>
  const typed = Object.keys(part.fields).map((name) => [name, String(known[name] ?? '')])
  return { id: String(id), typed: Object.fromEntries(typed), rows, stood }
}

/** The same texts, standing for nothing on record. */
export function asNew(draft: Draft): Draft {
  const rows = Object.entries(draft.rows).map(([name, some]) => [name, some.map(asNew)])
  return { ...draft, id: '', stood: {}, rows: Object.fromEntries(rows) }
}

/** A draft that was kept, read as what the part declares today. */
export function keptDraft(part: Part, kept: Partial<Draft> | null): Draft {
  const typed = Object.keys(part.fields).map((name) => [name, String(kept?.typed?.[name] ?? '')])
  const rows = mapLists(part, (list, name) => {
    const some = (kept?.rows?.[name] ?? []).map((row) => keptDraft(list, row))
    return list.limit === 0 && some.length === 0 ? [emptyDraft(list)] : some
  })
  return { id: String(kept?.id ?? ''), typed: Object.fromEntries(typed), rows, stood: {} }
}

/** Puts a text where "delegations.0.party" stands; a path that leads nowhere changes nothing. */
export function retype(draft: Draft, path: string, text: string): void {
  const steps = path.split('.')
  const name = steps.pop() ?? ''
  let row: Draft | undefined = draft
  for (let at = 0; at < steps.length && row; at += 2)
    row = row.rows[steps[at] ?? '']?.[Number(steps[at + 1] ?? 0)]
  if (row && Object.hasOwn(row.typed, name)) row.typed[name] = text
}

/** Whether anything was typed; what the form itself had chosen beforehand does not count. */
export function isEmpty(part: Part, { id, typed, rows }: Draft): boolean {
  const preset = part.preset(0)
  return (
    id === '' &&
    Object.entries(typed).every(([name, text]) => text.trim() === '' || Object.hasOwn(preset, name)) &&
    Object.entries(rows).every(([name, inner]) =>
      inner.every((row) => isEmpty(part.lists[name] as Part, row)),
    )
  )
}

/** Adds a row to "delegations" or "delegations.0.people". @returns where it stands; null where there is no room */
function addRow(part: Part, draft: Draft, path: string): string | null {
  const found = listAt(part, draft, path.split('.'), '')
  if (!found || found.rows.length >= found.list.limit) return null
  found.rows.push(emptyDraft(found.list, found.rows.length))
  return rowAt(found.at, found.name, found.list, found.rows.length - 1)
}

/** Takes "proposals.1" out. @returns the list it stood in; null where there is no such row */
function removeRow(part: Part, draft: Draft, path: string): string | null {
  const [, list = '', place = ''] = /^(.+)\.(\d{1,3})$/.exec(path) ?? []
  const found = listAt(part, draft, list.split('.'), '')
  if (!found?.rows[Number(place)]) return null
  found.rows.splice(Number(place), 1)
  return list
}

/** A row more or less, where a button for that was pressed. @returns where to go on typing; null where none was */
export function changeRows(
  part: Part,
  draft: Draft,
  { _add, _remove }: Record<string, unknown>,
): string | null {
  if (typeof _add === 'string') return addRow(part, draft, _add) ?? ''
  if (typeof _remove !== 'string') return null
  const list = removeRow(part, draft, _remove)
  return list === null ? '' : `${list}+`
}

interface ListFound {
  list: Part
  rows: Draft[]
  at: string
  name: string
}

function listAt(
  part: Part,
  draft: Draft,
  [name = '', place, ...rest]: string[],
  at: string,
): ListFound | null {
  const list: Part | null = Object.hasOwn(part.lists, name) ? (part.lists[name] as Part) : null
  const rows = draft.rows[name]
  if (!list || !rows || list.limit === 0) return null
  if (place === undefined) return { list, rows, at, name }
  const row = /^\d{1,3}$/.test(place) ? rows[Number(place)] : undefined
  return row ? listAt(list, row, rest, rowAt(at, name, list, Number(place))) : null
}

/** Only the very same text on the very same subject is a second sending; another text is another entry or edit. */
export function fingerprint(draft: Draft, subject: string): string {
  return createHash('sha256')
    .update(JSON.stringify([subject, draft]))
    .digest('base64url')
}
