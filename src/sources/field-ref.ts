import { groupBy } from '../kernel/group.ts'

/** One field of one record; field '' is the record as a whole. */
export interface FieldRef {
  record: string
  record_id: number
  field: string
}

/** Names the field that a claim, a reading or a status is about; of a claim on the record as a whole, field is null. */
export function fieldOf({
  record,
  record_id,
  field,
}: Omit<FieldRef, 'field'> & { field: string | null }): string {
  return `${record} ${record_id} ${field ?? ''}`
}

/** The ids of the records that these are about, each once, by kind of record. */
export function subjectsOf(refs: ReadonlyArray<Omit<FieldRef, 'field'>>): Map<string, number[]> {
  const byRecord = [...groupBy(refs, ({ record }) => record)]
  return new Map(
    byRecord.map(([record, some]) => [record, [...new Set(some.map(({ record_id }) => record_id))]]),
  )
}
