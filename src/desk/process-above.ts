/* The process that a record belongs to, and with it the rule of review. */
import { isAbout, tiesOf } from '../catalogue/belonging.ts'
import { theProcessOf } from '../catalogue/belonging-reads.ts'
import type { Db } from '../db/tables.ts'
import type { Stored } from '../fields/kind.ts'
import type { RecordKind } from '../fields/record.ts'

type Values = Record<string, Stored | undefined>

/** By what these values say, stored or not. Null for what many processes share, and for what is shown in two. */
export async function processAbove(db: Db, kind: RecordKind, values: Values): Promise<number | null> {
  if (kind.name === 'process') return typeof values.id === 'number' ? values.id : null
  const owners = isAbout(kind)
    ? [{ owner: String(values.record), column: 'record_id' }]
    : tiesOf(kind).filter(({ column }) => (values[column] ?? null) !== null)
  const above = owners.map(({ owner, column }) => theProcessOf(db, owner, Number(values[column])))
  return theOneOf(await Promise.all(above))
}

/** Of what is in two processes, or goes from one to another, neither's rule holds: null, and so the strictest. */
export function theOneOf(processes: Array<number | null>): number | null {
  const [one = null, ...others] = new Set(processes)
  return others.length === 0 ? one : null
}

/** The process of what stands so, and is to stand so. */
export async function processOfBoth(
  db: Db,
  kind: RecordKind,
  one: Values,
  other: Values,
): Promise<number | null> {
  return theOneOf([await processAbove(db, kind, one), await processAbove(db, kind, other)])
}
