import { recordNamed } from '../../catalogue/records.ts'
import { type AnyRow, rowsWith } from '../../catalogue/rows.ts'
import { recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../fields/record.ts'
import { changeMany, restoreMany, withdrawMany } from '../../history/many-writes.ts'
import type { Author } from '../../kernel/author.ts'
import { Refusal } from '../../kernel/fault.ts'
import { groupBy } from '../../kernel/group.ts'
import { idsOf } from '../../kernel/ids.ts'
import { shownAnew } from '../showing-writes.ts'
import { type Merger, stepsOfMerger } from './reads.ts'
import { isUntouched, type Undoing, undoingsOf } from './undo.ts'

/**
 * All steps of a merging are undone in steps of their own. Inside `recording`.
 * @throws Refusal 409 where something it changed was changed again since, or where its history is not in this record
 */
export async function undoMerger(
  db: Db,
  by: Author,
  kind: RecordKind,
  merger: Merger,
  why: string,
): Promise<void> {
  const steps = await stepsOfMerger(db, merger)
  if (steps.length === 0)
    throw new Refusal(
      409,
      'This record was imported without the history of that merging, so it cannot be undone here.',
    )
  const reason = `merger ${merger.id} undone: ${why}`
  for (const [record, undoings] of groupBy(undoingsOf(steps), ({ record }) => record)) {
    const of = recordNamed(record)
    if (of) await undoRows(db, by, of, undoings, reason)
  }
  await shownAnew(db, kind, [merger.record_id, merger.into_id])
}

async function undoRows(
  db: Db,
  by: Author,
  kind: RecordKind,
  undoings: Undoing[],
  reason: string,
): Promise<void> {
  const rows = new Map((await rowsWith(db, kind.name, 'id', idsOf(undoings))).map((row) => [row.id, row]))
  const touched = undoings.find((undoing) => !isUntouched(undoing, rows.get(undoing.id)))
  if (touched)
    throw new Refusal(
      409,
      `${recordWords(kind.name)} ${touched.id} was changed since: undo that change first.`,
    )
  const fated = (fate: Undoing['fate']) => idsOf(undoings.filter((one) => one.fate === fate))
  await withdrawMany(db, by, kind, [...fated('created'), ...fated('restored')], reason)
  await restoreMany(db, by, kind, fated('withdrawn'), reason)
  const changes = undoings.flatMap(({ id, was }) => ({ row: rows.get(id) as AnyRow, values: was }))
  await changeMany(db, by, kind, changes, reason)
}
