/* Two analysts changed one record: both texts, field by field. */
import type { Draft } from './draft.ts'
import { isEmpty } from './draft.ts'
import type { Part } from './part.ts'

export interface Crossing {
  field: string
  yours: string
  theirs: string
}

/** Where what was typed differs from what stands by now. */
export function crossings(part: Part, typed: Draft, stored: Draft): Crossing[] {
  const [yours, theirs] = [linesOf(part, typed), linesOf(part, stored)]
  return [...new Map([...theirs, ...yours]).keys()].flatMap((key) => {
    const [mine, other] = [yours.get(key), theirs.get(key)]
    const field = (mine ?? other)?.field ?? ''
    if (!other) return mine?.text ? [{ field, yours: mine.text, theirs: 'not in the record' }] : []
    if (!mine)
      return other.text
        ? [{ field, yours: 'not in your form: sending it removes this', theirs: other.text }]
        : []
    return mine.text === other.text
      ? []
      : [{ field, yours: mine.text || 'left empty', theirs: other.text || 'left empty' }]
  })
}

type Lines = Map<string, { field: string; text: string }>

/** Rows are matched by their numbers; new ones have their place alone. */
function linesOf(part: Part, draft: Draft, key = '', place = ''): Lines {
  const own = Object.entries(part.fields).map(
    ([name, { label }]): [string, { field: string; text: string }] => [
      key + name,
      { field: place + label, text: (draft.typed[name] ?? '').trim().replace(/\r\n?/g, '\n') },
    ],
  )
  const inner = Object.entries(part.lists).flatMap(([name, list]) =>
    list.limit === 0
      ? []
      : (draft.rows[name] ?? []).flatMap((row, at) => {
          if (isEmpty(list, row)) return []
          const mark = row.id === '' ? `+${at}` : `#${row.id}`
          return [...linesOf(list, row, `${key}${name}${mark}.`, `${place}${list.one} ${at + 1}: `)]
        }),
  )
  return new Map([...own, ...inner])
}

/** The form on the ground of what stands now: a row that somebody else removed is a new one. */
export function rebase(part: Part, typed: Draft, stored: Draft | null): Draft {
  const rows = Object.entries(typed.rows).map(([name, some]) => [
    name,
    some.map((row) => {
      const same = stored?.rows[name]?.find(({ id }) => id !== '' && id === row.id) ?? null
      return rebase(part.lists[name] as Part, { ...row, id: same?.id ?? '' }, same)
    }),
  ])
  return { ...typed, rows: Object.fromEntries(rows) }
}
