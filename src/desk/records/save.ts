/* A record's form that holds, written into the record. */
import { rowsWith } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import type { Stored } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'
import { changeRecord, restoreRecord } from '../../history/record-writes.ts'
import type { Author } from '../../kernel/author.ts'
import { cite } from '../cite.ts'
import { Names } from '../names.ts'
import type { Entry } from '../part.ts'
import { changedBeneath, isShownInRounds, roundsShowing } from '../showing-writes.ts'
import { REMOVED, Writing } from '../writing.ts'
import type { Meant } from './meant.ts'
import { inputOf, type Look, type Outline } from './outline.ts'
import { sourceIn } from './part.ts'
import type { Standing } from './standing.ts'
import { withdrawnTwin } from './twin.ts'
import { givenTo, valuesOf } from './values.ts'
import { withdrawWithRows } from './withdraw.ts'

/** Writes the record and the rows that belong to it; `standing` is what stood before, null for a new one. */
export async function saveRecord(
  db: Db,
  by: Author,
  outline: Outline,
  entry: Entry,
  meant: Meant,
  standing: Standing | null,
): Promise<number> {
  const { name } = outline.kind
  const before = standing ? await roundsShowing(db, name, standing.row.id) : []
  const writing = new Writing(db, by, new Names())
  const id = await saveOne(writing, outline, entry, {}, meant, standing)
  await cite(writing, { record: name, record_id: id }, sourceIn(entry))
  if (isShownInRounds(writing.touched)) await changedBeneath(db, name, id, before)
  return id
}

async function saveOne(
  writing: Writing,
  look: Look,
  entry: Entry,
  given: Record<string, Stored>,
  meant: Meant,
  standing: Standing | null,
): Promise<number> {
  const asked = { ...valuesOf(look, entry, meant), ...(standing ? {} : given) }
  const values = standing ? asked : { ...asked, ...(await placeOf(writing.db, look, asked)) }
  const id = await keepOrRestore(writing, look.kind, entry, values)
  const parent = { ...standing?.row, ...values, id }
  for (const rows of look.rows ?? []) {
    // A list that the form did not show stays as it is.
    if (entry.lists[rows.list] === undefined) continue
    const stood = standing?.rows[rows.list] ?? []
    const sent = entry.lists[rows.list] ?? []
    const gone = stood.map(({ row }) => row)
    await writing.removeMissing(gone, sent, (id) =>
      withdrawWithRows(writing.db, writing.by, rows, id, REMOVED),
    )
    for (const one of sent) {
      const before = stood.find(({ row }) => row.id === one.id) ?? null
      await saveOne(writing, rows, one, givenTo(rows, parent), meant, before)
    }
  }
  return id
}

/** The last place among its siblings, where a new row is given none. */
async function placeOf(
  db: Db,
  { kind, orderedIn }: Look,
  values: Record<string, Stored>,
): Promise<Record<string, Stored>> {
  if (orderedIn === undefined || (values.position ?? null) !== null) return {}
  const siblings = await rowsWith(db, kind.name, orderedIn, [values[orderedIn] ?? null])
  return { position: Math.max(0, ...siblings.map(({ position }) => Number(position))) + 1 }
}

/** A row that was taken away and is entered once more is the same row again, where there can be but one. */
async function keepOrRestore(
  writing: Writing,
  kind: RecordKind,
  entry: Entry,
  values: Record<string, Stored>,
): Promise<number> {
  const twin = entry.id === null ? await withdrawnTwin(writing.db, kind, values) : null
  if (twin === null) return writing.keep(kind, entry, values, saidOf(kind, entry))
  await restoreRecord(writing.db, writing.by, kind, twin, 'entered again')
  await changeRecord(writing.db, writing.by, kind, twin, values)
  writing.touched.add(`${kind.name}.*`)
  return twin
}

/** A new record in words: its name, or whom and what it joins. */
function saidOf(kind: RecordKind, { values }: Entry): string {
  const typed = values as Record<string, Stored>
  if (kind.label !== null) return String(typed[inputOf(kind, kind.label)] ?? '')
  const told = Object.entries(kind.fields).filter(
    ([, { control }]) => control === 'record' || control === 'choice',
  )
  return told.flatMap(([column]) => typed[inputOf(kind, column)] ?? []).join(', ')
}
