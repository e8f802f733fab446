import { mergerRecord } from '../../catalogue/fields.ts'
import { type AnyRow, rowsPointing, rowsWith } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import type { Stored } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'
import { withdrawMany } from '../../history/many-writes.ts'
import { changeRecord, createRecord, withdrawRecord } from '../../history/record-writes.ts'
import type { Author } from '../../kernel/author.ts'
import { clip } from '../../kernel/words.ts'
import { readingRecord } from '../../sources/fields.ts'
import { shownAnew } from '../showing-writes.ts'
import { follow, type Merging } from './follow-writes.ts'
import { keepNames } from './name-writes.ts'

/**
 * Two records become one: every reference to the first follows to the second, which takes over these values. Inside
 * `recording`. The merger is the first thing written and the withdrawal the last, so that the history between them is
 * all that this merging did.
 * @returns the number of the merger
 */
export async function mergeRecords(
  db: Db,
  by: Author,
  kind: RecordKind,
  from: number,
  into: number,
  values: Record<string, Stored>,
  reason: string,
): Promise<number> {
  const [merged, survivor] = [await theRow(db, kind, from), await theRow(db, kind, into)]
  const of = { record: kind.name, record_id: from, into_id: into }
  await endMergers(db, by, kind.name, from, 'merged anew')
  const id = await createRecord(db, by, mergerRecord, { ...of, reason })
  const merging = {
    db,
    by,
    id,
    why: reason,
    reason: `${kind.name} ${from} merged into ${into}: ${reason}`.replaceAll('_', ' '),
  }
  await preferReadings(merging, kind, merged, survivor, values)
  await changeRecord(db, by, kind, into, values, merging.reason)
  await follow(merging, kind.name, new Map([[from, into]]))
  await breakCircles(merging, kind, into)
  const { [kind.label ?? 'id']: name } = await theRow(db, kind, into)
  await keepNames(merging, kind, into, [merged.name, survivor.name])
  await withdrawRecord(db, by, kind, from, `merged into ${clip(String(name), 120)} (${into}): ${reason}`)
  await shownAnew(db, kind, [into])
  return id
}

async function theRow(db: Db, { name }: RecordKind, id: number): Promise<AnyRow> {
  const [row] = await rowsWith(db, name, 'id', [id])
  if (!row) throw new Error(`There is no ${name} ${id}.`)
  return row
}

/** A record that stands again, or is merged elsewhere, leads nowhere by what was said of it before. */
export async function endMergers(
  db: Db,
  by: Author,
  record: string,
  id: number,
  reason: string,
): Promise<void> {
  const mergers = await rowsPointing(db, { kind: mergerRecord, column: 'record_id', about: record }, [id])
  const standing = mergers.flatMap(({ id, withdrawn }) => (withdrawn === null ? [id] : []))
  await withdrawMany(db, by, mergerRecord, standing, reason)
}

/** Where a field is to read as in the record that is merged, so is the decision on it. */
async function preferReadings(
  { db, by, reason }: Merging,
  { name }: RecordKind,
  merged: AnyRow,
  survivor: AnyRow,
  values: Record<string, Stored>,
): Promise<void> {
  const readings = await rowsPointing(db, { kind: readingRecord, column: 'record_id', about: name }, [
    merged.id,
    survivor.id,
  ])
  const standing = readings.filter(({ withdrawn }) => withdrawn === null)
  const decided = new Set(
    standing.flatMap(({ record_id, field }) => (record_id === merged.id ? [field] : [])),
  )
  const overtaken = standing.filter(
    ({ record_id, field }) =>
      record_id === survivor.id && decided.has(field ?? null) && String(field) in values,
  )
  await withdrawMany(
    db,
    by,
    readingRecord,
    overtaken.map(({ id }) => id),
    reason,
  )
}

/** Where versions of a source, or parts of an issue, would lead back to the record itself, it begins the row. */
async function breakCircles({ db, by, reason }: Merging, kind: RecordKind, into: number): Promise<void> {
  const own = Object.entries(kind.fields).flatMap(([column, { refers }]) =>
    refers === kind.name ? [column] : [],
  )
  for (const column of own)
    if (await leadsBack(db, kind, column, into))
      await changeRecord(db, by, kind, into, { [column]: null }, reason)
}

async function leadsBack(db: Db, kind: RecordKind, column: string, into: number): Promise<boolean> {
  const seen = new Set<number>()
  let next = Number((await theRow(db, kind, into))[column])
  while (next > 0 && next !== into && !seen.has(next)) {
    seen.add(next)
    next = Number((await theRow(db, kind, next))[column])
  }
  return next === into
}
