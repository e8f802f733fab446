import { claimRecord, readingRecord } from '../sources/fields.ts'
import { allRecords } from './records.ts'
import type { Pointer } from './rows.ts'

/** Every column of the record that points to a kind of record; claims and readings say of which kind theirs is. */
export function pointersTo(record: string): Pointer[] {
  const declared = allRecords.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([column, { refers }]) =>
      refers === record ? [{ kind, column, about: null }] : [],
    ),
  )
  return [
    ...declared,
    ...[claimRecord, readingRecord].map((kind) => ({ kind, column: 'record_id', about: record })),
  ]
}
