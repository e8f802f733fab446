import type { Db } from '../db/tables.ts'

/** The record as a request reads it, beside the record as it is today: what is hidden can then at least be counted. */
export interface Look {
  db: Db
  today: Db
  /** To which clocks run, counted from 1970-01-01. */
  day: number
  /** ISO 8601, where the address asks for an earlier day; null for today. */
  known: string | null
}

/** One field of one record; field '' is the record as a whole. */
export interface FieldRef {
  record: string
  record_id: number
  field: string
}

export function keyOf({ record, record_id, field }: FieldRef): string {
  return `${record} ${record_id} ${field}`
}

/** The ids of what these fields belong to, each once, by kind of record. */
export function subjectsOf(refs: ReadonlyArray<Omit<FieldRef, 'field'>>): Map<string, number[]> {
  const found = new Map<string, Set<number>>()
  for (const { record, record_id } of refs) found.set(record, (found.get(record) ?? new Set()).add(record_id))
  return new Map([...found].map(([record, ids]) => [record, [...ids]]))
}
