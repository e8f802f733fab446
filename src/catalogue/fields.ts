import type { RecordTable } from '../db/tables.ts'
import { optional, prose, ref, whole } from '../fields/kinds.ts'
import { record } from '../fields/record.ts'
import { claimFields } from '../sources/fields.ts'

export const mergerFields = {
  record: { ...claimFields.record, help: 'The kind of record that both are.' },
  record_id: { ...claimFields.record_id, help: 'The one that was merged; its address leads to the other.' },
  into_id: whole({ label: 'Merged into', min: 1, max: 2 ** 53 - 1, help: 'The one that stands for both.' }),
  parent_id: optional(
    ref('merger', {
      label: 'Part of',
      help: 'The merging that this one came with; empty for one made by hand.',
    }),
  ),
  reason: prose({ label: 'Reason', max: 300 }),
}
export const mergerRecord = record(
  'merger',
  'Two records of one kind that turned out to be one.',
  mergerFields,
  null,
  'nothing',
)

declare module '../db/tables.ts' {
  interface Tables {
    merger: RecordTable<typeof mergerFields>
  }
}
