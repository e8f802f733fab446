import type { AnyRow } from '../../catalogue/rows.ts'
import type { Stored } from '../../fields/kind.ts'
import type { Entry } from '../part.ts'
import type { Meant } from './meant.ts'
import { askedIn, inputOf, type Look, refersTo } from './outline.ts'

/** What an entry of the form would have stand in the record, column by column; a position left empty is not among it. */
export function valuesOf(look: Look, entry: Entry, meant: Meant): Record<string, Stored> {
  const { kind } = look
  const columns = askedIn(look).flatMap((column): Array<[string, Stored]> => {
    const input = inputOf(kind, column)
    const field = kind.fields[column]
    if (field && refersTo(field)) return [[column, meant.get(entry.at + input) ?? null]]
    const value = (entry.values[input] ?? null) as Stored
    return column === 'position' && look.orderedIn !== undefined && value === null ? [] : [[column, value]]
  })
  return Object.fromEntries(columns)
}

/** What a row takes from the record that it belongs to. */
export function givenTo(
  { by, shared = [] }: { by: string; shared?: string[] },
  parent: Record<string, Stored> & Pick<AnyRow, 'id'>,
): Record<string, Stored> {
  return { [by]: parent.id, ...Object.fromEntries(shared.map((column) => [column, parent[column] ?? null])) }
}
