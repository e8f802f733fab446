/* A typed form, read field by field. */
import type { Stored } from '../fields/kind.ts'
import { readOne } from '../fields/read.ts'
import { type Draft, isEmpty, mapLists } from './draft.ts'
import { type Entry, type Part, rowAt } from './part.ts'

/** What is wrong, by the name of the input. */
export type Faults = Map<string, string>

/**
 * Rows in which nothing was typed are left out. A row may carry the number only of a row that stands in `stored`
 * at the same place: nobody changes another round's delegation through this form.
 */
export function readEntry<P extends Part>(
  part: P,
  draft: Draft,
  stored: Draft | null,
  faults: Faults,
  at = '',
): Entry<P> {
  const values: Record<string, Stored> = {}
  for (const [name, kind] of Object.entries(part.fields)) {
    const one = readOne(kind, draft.typed[name] ?? '')
    if ('fault' in one) faults.set(at + name, `${kind.label} ${one.fault}`)
    values[name] = 'value' in one ? one.value : null
  }
  const lists = mapLists(part, (list, name) =>
    (draft.rows[name] ?? []).flatMap((row, place) => {
      if (list.limit > 0 && isEmpty(list, row)) return []
      return [readRow(part, list, row, stored?.rows[name] ?? [], faults, rowAt(at, name, list, place))]
    }),
  )
  return { at, id: stored ? Number(stored.id) : null, values, lists, stood: stored?.stood ?? {} } as Entry<P>
}

function readRow(within: Part, list: Part, row: Draft, standing: Draft[], faults: Faults, at: string): Entry {
  const stored = list.limit > 0 && row.id !== '' ? standing.find(({ id }) => id === row.id) : null
  const entry = readEntry(list, row, stored ?? null, faults, at)
  if (stored === undefined)
    faults.set(
      at + Object.keys(list.fields)[0],
      `${list.one} is no part of this ${within.one.toLowerCase()}: remove it and add it anew`,
    )
  return entry
}
