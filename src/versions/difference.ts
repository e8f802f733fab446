/* What differs between two states of a record, field by field and word by word. */

import { sayField } from '../evidence/value.ts'
import type { Stored } from '../fields/kind.ts'
import type { RecordKind } from '../fields/record.ts'
import { wordChanges } from '../sources/changes.ts'
import { isKept, sayKept } from './kept.ts'

export type Values = Record<string, Stored>

/** A run of words, for a template to print. */
export interface Words {
  words: string
  isAdded: boolean
  isRemoved: boolean
}

export interface FieldLine {
  label: string
  runs: Words[]
}

/** Names the record that a field points to. */
export type Called = (record: string, id: number) => string

/** What was entered, field by field. */
export function entered(kind: RecordKind, fields: string[], values: Values, called: Called): FieldLine[] {
  return fields.flatMap((field) => {
    const words = sayStored(kind, values, field, called)
    return words === '' ? [] : [{ label: labelOf(kind, field), runs: [run(words, 'same')] }]
  })
}

/** Each of these fields that differs. */
export function differences(
  kind: RecordKind,
  fields: string[],
  before: Values,
  after: Values,
  called: Called,
): FieldLine[] {
  return fields.flatMap((field) => {
    if ((before[field] ?? null) === (after[field] ?? null)) return []
    const [was, is] = [sayStored(kind, before, field, called), sayStored(kind, after, field, called)]
    return [{ label: labelOf(kind, field), runs: runsBetween(was, is) }]
  })
}

export function labelOf({ fields }: RecordKind, field: string): string {
  return fields[field]?.label ?? field
}

/** A value in words; empty where there is none. */
export function sayStored(kind: RecordKind, values: Values, field: string, called: Called): string {
  const value = values[field] ?? null
  if (value !== null && isKept(kind.name, field)) return sayKept(value)
  return sayField(kind, values, field, called)
}

/** Word by word; where next to nothing stayed, the one for the other. */
export function runsBetween(was: string, is: string): Words[] {
  const runs = was === '' || is === '' ? null : wordChanges(was, is)
  return (
    runs?.map(({ kind, words }) => run(words, kind)) ?? [
      ...(was === '' ? [] : [run(was, 'removed')]),
      ...(is === '' ? [] : [run(is, 'added')]),
    ]
  )
}

function run(words: string, kind: 'same' | 'added' | 'removed'): Words {
  return { words, isAdded: kind === 'added', isRemoved: kind === 'removed' }
}
