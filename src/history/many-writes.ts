import { type Selectable, sql } from 'kysely'
import type { Db, Tables } from '../db/tables.ts'
import type { Stored } from '../fields/kind.ts'
import { derived } from '../fields/read.ts'
import type { RecordKind } from '../fields/record.ts'
import type { Author } from '../kernel/author.ts'
import { groupBy } from '../kernel/group.ts'
import { rememberAll } from './writes.ts'

/*
 * As record-writes.ts, for thousands of rows in a few statements: each row has a revision of its own. All kinds are
 * treated alike here, so the name of the table is known only when the program runs.
 */
function table(name: string): 'round' {
  return name as 'round'
}

type Values = Record<string, Stored>
type Columns = Partial<Selectable<Tables['round']>>

// SQLite takes 32,766 values in a statement.
const AT_ONCE = 2000

/** A row as it stands, and what it is to say. */
export interface Changing {
  row: Values & { id: number }
  values: Values
}

/** Rows that are to say the same are changed together; where a row says so already, nothing is written. */
export async function changeMany(
  db: Db,
  by: Author,
  kind: RecordKind,
  changes: Changing[],
  reason: string,
): Promise<void> {
  const steps = changes.flatMap(({ row, values }) => {
    const names = Object.keys(values).filter((name) => values[name] !== row[name])
    const of = (from: Values) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]))
    return names.length === 0 ? [] : [{ id: row.id, before: of(row), after: of(values) }]
  })
  for (const some of groupBy(steps, ({ after }) => JSON.stringify(after)).values()) {
    const after = some[0]?.after ?? {}
    const own = Object.fromEntries(Object.entries(kind.fields).filter(([name]) => name in after))
    await setAll(
      db,
      kind,
      some.map(({ id }) => id),
      { ...after, ...derived(own, after) },
    )
  }
  await rememberAll(
    db,
    by,
    steps.map(({ id, before, after }) => ({
      action: 'changed',
      record: kind.name,
      record_id: id,
      reason,
      before,
      after,
    })),
  )
}

export function withdrawMany(db: Db, by: Author, kind: RecordKind, ids: number[], reason: string) {
  return standing(db, by, kind, ids, { action: 'withdrawn', reason })
}

export function restoreMany(db: Db, by: Author, kind: RecordKind, ids: number[], reason: string) {
  return standing(db, by, kind, ids, { action: 'restored', reason })
}

async function standing(
  db: Db,
  by: Author,
  kind: RecordKind,
  ids: number[],
  step: { action: 'withdrawn' | 'restored'; reason: string },
): Promise<void> {
  await setAll(db, kind, ids, { withdrawn: step.action === 'withdrawn' ? step.reason : null })
  await rememberAll(
    db,
    by,
    ids.map((id) => ({ ...step, record: kind.name, record_id: id })),
  )
}

async function setAll(db: Db, { name }: RecordKind, ids: number[], columns: Values): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await db
      .updateTable(table(name))
      .set({ ...(columns as unknown as Columns), version: sql`version + 1` })
      .where('id', 'in', ids.slice(from, from + AT_ONCE))
      .execute()
}

/** New rows, every field given. */
export async function createMany(db: Db, by: Author, kind: RecordKind, rows: Values[]): Promise<void> {
  const atOnce = Math.floor(AT_ONCE / Object.keys(kind.fields).length)
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows
      .slice(from, from + atOnce)
      .map((after) => ({ ...after, ...derived(kind.fields, after) }))
    const made = await db
      .insertInto(table(kind.name))
      .values(some as unknown as Array<Selectable<Tables['round']>>)
      .returningAll()
      .execute()
    await rememberAll(
      db,
      by,
      made.map((row) => created(kind, row as unknown as Changing['row'])),
    )
  }
}

function created({ name, fields }: RecordKind, row: Changing['row']) {
  const after = Object.fromEntries(Object.keys(fields).map((field) => [field, row[field] ?? null]))
  return { action: 'created' as const, record: name, record_id: row.id, after }
}
