/* What a form would change, field by field. */
import { type Draft, isEmpty } from './draft.ts'
import type { Part } from './part.ts'

export interface Difference {
  /** "Delegation 1: Person 2: Role" */
  field: string
  /** Empty where there was nothing. */
  was: string
  is: string
}

/** Rows are matched by their numbers; a new row differs in all that it says. */
export function differences(part: Part, stands: Draft, typed: Draft, place = ''): Difference[] {
  const own = Object.entries(part.fields).flatMap(([name, { label }]) =>
    differ(place + label, stands.typed[name], typed.typed[name]),
  )
  const inner = Object.entries(part.lists).flatMap(([name, list]) =>
    rowDifferences(list, stands.rows[name] ?? [], typed.rows[name] ?? [], place),
  )
  return [...own, ...inner]
}

function rowDifferences(list: Part, stands: Draft[], typed: Draft[], place: string): Difference[] {
  const isOnce = list.limit === 0
  const nameOf = (at: number) => (isOnce ? `${list.one}: ` : `${place}${list.one} ${at + 1}: `)
  const counterpart = (row: Draft) => stands.find(({ id }) => id === row.id && (isOnce || id !== ''))
  const kept = typed.flatMap((row, at) => {
    const before = counterpart(row)
    if (!before && isEmpty(list, row)) return []
    return differences(list, before ?? blank(list), row, nameOf(at))
  })
  const removed = stands.flatMap((row, at) =>
    isOnce || row.id === '' || typed.some(({ id }) => id === row.id)
      ? []
      : [{ field: nameOf(at).slice(0, -2), was: gistOf(list, row), is: '' }],
  )
  return [...kept, ...removed]
}

function differ(field: string, before = '', after = ''): Difference[] {
  const [was, is] = [tidied(before), tidied(after)]
  return was === is ? [] : [{ field, was, is }]
}

function tidied(text: string): string {
  return text.trim().replace(/\r\n?/g, '\n')
}

/** Nothing at all, not even what a new one begins with. */
export function blank({ fields }: Part): Draft {
  return {
    id: '',
    typed: Object.fromEntries(Object.keys(fields).map((name) => [name, ''])),
    rows: {},
    stood: {},
  }
}

function gistOf(list: Part, { typed }: Draft): string {
  const told = list.named.length > 0 ? list.named : Object.keys(typed)
  return told.flatMap((name) => typed[name] || []).join(', ')
}
