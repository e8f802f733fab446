import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../db/tables.ts'
import type { Fields, Stored, Values } from '../fields/kind.ts'
import { derived } from '../fields/read.ts'
import type { RecordKind } from '../fields/record.ts'
import type { Author } from '../kernel/author.ts'
import { remember } from './writes.ts'

/*
 * Writing one row of any record, with its history, inside the transaction of the caller. All kinds are treated
 * alike here, so the name of the table is known only when the program runs.
 */
function table(name: string): 'round' {
  return name as 'round'
}

type Row = Selectable<Tables['round']>
const asRow = (columns: Record<string, Stored>) => columns as unknown as Row

/** Fields that are left out stay empty. */
export async function createRecord<F extends Fields>(
  db: Db,
  by: Author,
  kind: RecordKind<F>,
  values: Partial<Values<F>>,
): Promise<number> {
  const empty = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, null]))
  const after: Record<string, Stored> = { ...empty, ...values }
  const { id } = await db
    .insertInto(table(kind.name))
    .values(asRow({ ...after, ...derived(kind.fields, after) }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await remember(db, by, { action: 'created', record: kind.name, record_id: id, after })
  return id
}

/** @returns the fields that changed; where all stands so already, none, and nothing is written */
export async function changeRecord<F extends Fields>(
  db: Db,
  by: Author,
  kind: RecordKind<F>,
  id: number,
  values: Partial<Values<F>>,
  reason: string | null = null,
): Promise<string[]> {
  const row = await db.selectFrom(table(kind.name)).selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const stands = row as unknown as Record<string, Stored>
  const changed = Object.keys(values).filter((name) => values[name] !== stands[name])
  if (changed.length === 0) return []
  const of = <T>(from: Record<string, T>) =>
    Object.fromEntries(changed.flatMap((name) => (name in from ? [[name, from[name] as T]] : [])))
  const after = of<Stored>(values as Record<string, Stored>)
  await db
    .updateTable(table(kind.name))
    .set({ ...asRow({ ...after, ...derived(of(kind.fields), after) }), version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
  await remember(db, by, {
    action: 'changed',
    record: kind.name,
    record_id: id,
    reason,
    before: of(stands),
    after,
  })
  return changed
}

/** Nothing is ever deleted: a withdrawn row stays, with the reason. */
export async function withdrawRecord(
  db: Db,
  by: Author,
  kind: RecordKind,
  id: number,
  reason: string,
): Promise<void> {
  await setWithdrawn(db, kind, id, reason)
  await remember(db, by, { action: 'withdrawn', record: kind.name, record_id: id, reason })
}

/** A row that was withdrawn stands again. */
export async function restoreRecord(
  db: Db,
  by: Author,
  kind: RecordKind,
  id: number,
  reason: string,
): Promise<void> {
  await setWithdrawn(db, kind, id, null)
  await remember(db, by, { action: 'restored', record: kind.name, record_id: id, reason })
}

async function setWithdrawn(db: Db, { name }: RecordKind, id: number, withdrawn: string | null) {
  await db
    .updateTable(table(name))
    .set({ withdrawn, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Raises the version of rows that changed through something that belongs to them. */
export async function raiseVersion(db: Db, { name }: RecordKind, ids: number[]): Promise<void> {
  await db.updateTable(table(name)).set({ version: sql`version + 1` }).where('id', 'in', ids).execute()
}

/** What became of a row that a form sent: made, or changed in these fields. */
export interface Kept {
  id: number
  isNew: boolean
  changed: string[]
}

/** A row without an id is made, another one changed where it differs. */
export async function keepRecord<F extends Fields>(
  db: Db,
  by: Author,
  kind: RecordKind<F>,
  id: number | null,
  values: Partial<Values<F>>,
): Promise<Kept> {
  if (id === null) return { id: await createRecord(db, by, kind, values), isNew: true, changed: [] }
  return { id, isNew: false, changed: await changeRecord(db, by, kind, id, values) }
}
