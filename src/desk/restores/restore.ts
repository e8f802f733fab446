/* A record is made again what it was in one of its versions: a step of its own, so that nothing leaves the history. */
import { rowsAmong } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../fields/record.ts'
import { changeRecord, restoreRecord } from '../../history/record-writes.ts'
import type { Author } from '../../kernel/author.ts'
import { notFound, Refusal } from '../../kernel/fault.ts'
import { versionsOf } from '../../versions/versions.ts'
import { endMergers } from '../merging/merge-writes.ts'
import { changedBeneath } from '../showing-writes.ts'
import { oneReading, refuseWithdrawn, takenSince } from '../standing.ts'

/**
 * Inside `recording`. The fields become what they were in version `number`, and a record that was withdrawn stands again.
 * @throws Refusal 404 where it has no such version; 409 where it stands so already, points to what was withdrawn, or
 * another record holds by now what it held alone
 */
export async function restoreVersion(
  db: Db,
  by: Author,
  kind: RecordKind,
  id: number,
  number: number,
  reason: string,
): Promise<void> {
  const row = (await rowsAmong(db, kind.name, [id])).get(id) ?? notFound(kind.name, id)
  const { fields } = (await versionsOf(db, { kind, id, row })).at(number)
  const isWithdrawn = row.withdrawn !== null
  const changing = Object.keys(fields).filter((field) => fields[field] !== row[field])
  if (!isWithdrawn && changing.length === 0)
    throw new Refusal(409, `It stands as it did in version ${number}: there is nothing to restore.`)
  await refuseWithdrawn(db, kind, fields, isWithdrawn ? Object.keys(fields) : changing)
  const why = `Version ${number} restored: ${reason}`
  if (isWithdrawn) await restoreRecord(db, by, kind, id, why)
  if (isWithdrawn) await endMergers(db, by, kind.name, id, why)
  await changeRecord(db, by, kind, id, fields, why).catch(takenSince)
  if (kind.name === 'reading') await oneReading(db, fields as never)
  await changedBeneath(db, kind.name, id)
}
