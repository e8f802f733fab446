import type { Fields, Kind, Stored, Values } from '../fields/kind.ts'
import { text } from '../fields/kinds.ts'

/** A part of the form: fields, and lists of smaller parts beneath them. */
export interface Part<F extends Fields = Fields, L extends Lists = Lists> {
  /** What one of them is called: "Delegation". */
  one: string
  fields: F
  lists: L
  /** How many there may be; 0 where it stands once and carries no number. */
  limit: number
  /** None stands ready where there is none: it is added by its button. */
  isAskedFor: boolean
  /** What a new row begins with, by its place; such a field alone does not make a row. */
  preset: (place: number) => Record<string, string>
  /** Fields that tell one row from another, in its heading. */
  named: string[]
  /** A row that was filled in is told by its heading alone, and folded. */
  isBrief: boolean
  /** Fields that stand side by side. */
  beside: string[][]
  /** Fields that are seldom needed, folded away under these words, by the first of them. */
  folded: Record<string, string>
  /** Fields that are seldom needed, folded away together behind everything else. */
  more: More | null
  /** Fields whose typing is helped by a list of this name. */
  suggests: Record<string, string>
}

export interface Lists {
  [name: string]: Part
}

/** What is folded away under these words. */
export interface More {
  words: string
  fields: string[]
}

interface Plan<F extends Fields, L extends Lists> {
  one: string
  fields: F
  lists?: L
  limit?: number
  isAskedFor?: boolean
  preset?: (place: number) => Record<string, string>
  named?: string[]
  isBrief?: boolean
  beside?: string[][]
  folded?: Record<string, string>
  more?: More
  suggests?: Record<string, string>
}

export function part<F extends Fields, L extends Lists = Record<never, never>>(plan: Plan<F, L>): Part<F, L> {
  return {
    lists: {} as L,
    limit: 0,
    isAskedFor: false,
    preset: () => ({}),
    named: [],
    isBrief: false,
    beside: [],
    folded: {},
    more: null,
    suggests: {},
    ...plan,
  }
}

/** A part as it was read: its values, and where in the form it stands. */
export interface Entry<P extends Part = Part> {
  at: string
  /** The record it stands for; null where it is new. */
  id: number | null
  values: Values<P['fields']>
  lists: { [L in keyof P['lists']]: Array<Entry<P['lists'][L]>> }
  /** The records that named fields stood for before, so that a name borne by two keeps its own. */
  stood: Record<string, number | null>
}

/** Where a row stands: "delegations.0.people.1." */
export function rowAt(at: string, name: string, list: Part, place: number): string {
  return list.limit === 0 ? `${at}${name}.` : `${at}${name}.${place}.`
}

/** A reference that people fill in by name instead of number; "Palace #12" settles which of two is meant. */
export function named<T extends Stored>(
  ref: Kind<T>,
  help: string,
  max = 220,
): Kind<T extends number ? string : string | null> {
  const line = text({ label: ref.label, help, max })
  return { ...line, control: 'record', refers: ref.refers, required: ref.required } as Kind<never>
}

/** As in the CSV files: "party_id" holds a number, "party" a name. */
export function isNamed(name: string, { refers }: Kind): boolean {
  return refers !== undefined && !name.endsWith('_id')
}
