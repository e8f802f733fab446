/* What a kind of record, its fields declared, still does not tell of its form. */

import { recordNamed } from '../../catalogue/records.ts'
import type { Kind } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'

/** How the fields of one record stand: in the order in which they are asked. */
export interface Look {
  kind: RecordKind
  /** Columns that stand side by side. */
  beside?: string[][]
  /** Columns that are seldom needed, folded away under these words, by the first of a line. */
  folded?: Record<string, string>
  /** The record beneath which the kind orders its rows: a position left empty is the last there. */
  orderedIn?: string
  rows?: Rows[]
}

/** The form of one record. */
export interface Outline extends Look {
  /** Columns of the short form; the rest stands folded beneath it. */
  short: string[]
}

/** Records that belong to another, as rows in its form. They go with it when it is withdrawn. */
export interface Rows extends Look {
  /** Their name in the form. */
  list: string
  /** The column by which they belong. */
  by: string
  one: string
  heading: string
  note?: string
  limit: number
  /** Columns that tell one from another. */
  named: string[]
  preset?: Record<string, string>
  /** Columns that they have in common with what they belong to. */
  shared?: string[]
  /** Only the first is added here: one that stands is too large for this form, and has its own. */
  isLarge?: true
}

/** A source bears no name of its own: it is meant by its number. */
export function isNumbered(of: RecordKind): boolean {
  return of.label === null || of.name === 'source'
}

/** The name of a column's input: a record that has a name is typed by it, as in the round's form. */
export function inputOf(kind: RecordKind, column: string): string {
  const of = recordNamed(kind.fields[column]?.refers ?? '')
  return of && !isNumbered(of) ? column.replace(/_id$/, '') : column
}

export function refersTo({ refers }: Kind): RecordKind | null {
  return recordNamed(refers ?? '') ?? null
}

/** The columns of a row that its form asks for. */
export function askedIn({ kind, orderedIn, ...rest }: Look): string[] {
  const { by = '', shared = [] } = rest as Partial<Rows>
  const given = [by, ...shared, ...(by !== '' && orderedIn !== undefined ? ['position'] : [])]
  return Object.keys(kind.fields).filter((column) => !given.includes(column))
}
