/* The process that a record belongs to, and with it the rule of review. */

import { isAbout, tiesOf } from '../catalogue/belonging.ts'
import { theProcessOf } from '../catalogue/belonging-reads.ts'
import type { Db } from '../db/tables.ts'
import type { Stored } from '../fields/kind.ts'
import type { RecordKind } from '../fields/record.ts'

/** By what these values say, stored or not. Null for what many processes share. */
export function processAbove(
  db: Db,
  kind: RecordKind,
  values: Record<string, Stored | undefined>,
): Promise<number | null> {
  if (kind.name === 'process') return Promise.resolve(numberIn(values.id))
  if (isAbout(kind)) return above(db, String(values.record), values.record_id)
  const [tie] = tiesOf(kind)
  return above(db, tie?.owner ?? '', values[tie?.column ?? ''])
}

async function above(db: Db, record: string, id: Stored | undefined): Promise<number | null> {
  return typeof id === 'number' ? theProcessOf(db, record, id) : null
}

function numberIn(value: Stored | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** What goes from one process to another is neither's, so that the strictest rule holds. */
export async function processOfBoth(
  db: Db,
  kind: RecordKind,
  one: Record<string, Stored | undefined>,
  other: Record<string, Stored | undefined>,
): Promise<number | null> {
  const [stands, becomes] = [await processAbove(db, kind, one), await processAbove(db, kind, other)]
  return stands === becomes ? stands : null
}
