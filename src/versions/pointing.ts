import { recordNamed } from '../catalogue/records.ts'
import type { Stored } from '../fields/kind.ts'

export interface Ref {
  record: string
  record_id: number
}

/** The records that values of this kind of record name. */
export function pointedTo(record: string, values: Record<string, Stored>): Ref[] {
  const fields = recordNamed(record)?.fields ?? {}
  return Object.entries(values).flatMap(([field, value]) => {
    const refers = fields[field]?.refers
    return refers && value !== null ? [{ record: refers, record_id: Number(value) }] : []
  })
}
