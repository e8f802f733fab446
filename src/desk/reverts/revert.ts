/* Undoing one step of the history, as a step of its own. */
import { recordNamed } from '../../catalogue/records.ts'
import { rowsAmong } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import { canRevert } from '../../evidence/history.ts'
import type { Stored } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'
import { changeRecord, restoreRecord, withdrawRecord } from '../../history/record-writes.ts'
import type { Author } from '../../kernel/author.ts'
import { Refusal } from '../../kernel/fault.ts'
import { changedBeneath } from '../showing-writes.ts'
import { oneReading, refuseWithdrawn, takenSince } from '../standing.ts'
import { aboutOf, type Revision, theRevision } from './reads.ts'

/** Null where the step can be undone; else why not. */
export function whyNot(revision: Revision): string | null {
  if (canRevert(revision)) return null
  return `A ${revision.record.replaceAll('_', ' ')} comes and goes through its own form.`
}

/** Inside a transaction. @throws Refusal 409 where the record no longer stands as that step left it */
export async function revert(db: Db, by: Author, id: number, why: string): Promise<void> {
  const revision = await theRevision(db, id)
  const kind = recordNamed(revision.record)
  const refused = whyNot(revision)
  if (!kind || refused) throw new Refusal(409, refused ?? 'This kind of record cannot be reverted.')
  const row = (await rowsAmong(db, kind.name, [revision.record_id])).get(revision.record_id) ?? {}
  await undo(db, by, kind, revision, row, `Revision ${id} reverted: ${why}`).catch(takenSince)
  if (kind.name === 'reading' && revision.action === 'withdrawn')
    await oneReading(db, await aboutOf(db, revision))
  await changedBeneath(db, kind.name, revision.record_id)
}

async function undo(
  db: Db,
  by: Author,
  kind: RecordKind,
  { action, record_id, before, after }: Revision,
  row: Record<string, Stored>,
  reason: string,
): Promise<void> {
  const isWithdrawn = row.withdrawn !== null
  if (action === 'withdrawn') {
    if (!isWithdrawn) throw changedSince()
    return restoreRecord(db, by, kind, record_id, reason)
  }
  if (isWithdrawn) throw changedSince()
  if (action !== 'changed') return withdrawRecord(db, by, kind, record_id, reason)
  const was = JSON.parse(before ?? '{}') as Record<string, Stored>
  const became = JSON.parse(after ?? '{}') as Record<string, Stored>
  if (Object.keys(became).some((field) => row[field] !== became[field])) throw changedSince()
  await refuseWithdrawn(db, kind, { ...row, ...was }, Object.keys(was))
  await changeRecord(db, by, kind, record_id, was, reason)
}

function changedSince(): Refusal {
  return new Refusal(409, 'It was changed again since: revert the later change first.')
}
