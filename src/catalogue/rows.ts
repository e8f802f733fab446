import type { Selectable } from 'kysely'
import type { Db, Tables } from '../db/tables.ts'
import type { Stored } from '../fields/kind.ts'
import type { RecordKind } from '../fields/record.ts'

/*
 * Import and export treat all tables alike, so their names are known only when the program runs.
 * Beside standing-reads.ts, history/record-writes.ts and many-writes.ts, this file alone speaks to tables by name.
 */
export type AnyRow = Record<string, Stored> & { id: number }

const PAGE = 500
// SQLite takes 32,766 values in a statement.
const VALUES_AT_ONCE = 30_000

function table(name: string): 'round' {
  return name as 'round'
}

/** Which of these ids the table holds. */
export async function idsAmong(db: Db, name: string, ids: number[]): Promise<Set<number>> {
  const found = new Set<number>()
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await db
      .selectFrom(table(name))
      .select('id')
      .where('id', 'in', ids.slice(from, from + PAGE))
      .execute()
    for (const { id } of rows) found.add(id)
  }
  return found
}

/** Whole rows by their ids. */
export async function rowsAmong(db: Db, name: string, ids: number[]): Promise<Map<number, AnyRow>> {
  const rows = await db.selectFrom(table(name)).selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row as unknown as AnyRow]))
}

/** Whole rows that have one of these values in a column. */
export async function rowsWith(db: Db, name: string, column: string, values: Stored[]): Promise<AnyRow[]> {
  const found: AnyRow[] = []
  for (let from = 0; from < values.length; from += PAGE) {
    const rows = await db
      .selectFrom(table(name))
      .selectAll()
      .where(column as 'id', 'in', values.slice(from, from + PAGE) as number[])
      .execute()
    found.push(...(rows as unknown as AnyRow[]))
  }
  return found
}

/** A column that points to records of one kind; `about` is that kind where the column holds numbers of any. */
export interface Pointer {
  kind: RecordKind
  column: string
  about: string | null
}

function pointing(db: Db, { kind, column, about }: Pointer, ids: number[]) {
  const rows = db.selectFrom(table(kind.name)).where(column as 'id', 'in', ids)
  return about === null ? rows : rows.where('record' as 'title', '=', about)
}

/** Whole rows that point to one of these records. */
export async function rowsPointing(db: Db, pointer: Pointer, ids: number[]): Promise<AnyRow[]> {
  const found: AnyRow[] = []
  for (let from = 0; from < ids.length; from += PAGE) {
    const some = pointing(db, pointer, ids.slice(from, from + PAGE))
    found.push(...((await some.selectAll().orderBy('id').execute()) as unknown as AnyRow[]))
  }
  return found
}

/** How many standing rows point to this record. */
export async function countPointing(db: Db, pointer: Pointer, id: number): Promise<number> {
  const { count } = await pointing(db, pointer, [id])
    .where('withdrawn', 'is', null)
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function insertRows(db: Db, name: string, rows: AnyRow[]): Promise<void> {
  const atOnce = Math.floor(VALUES_AT_ONCE / Object.keys(rows[0] ?? { id: 0 }).length)
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce) as unknown as Array<Selectable<Tables['round']>>
    await db.insertInto(table(name)).values(some).execute()
  }
}

/** All rows by id, a page at a time, so that no table is ever in memory whole. */
export async function* pagesOf(db: Db, { name }: RecordKind): AsyncGenerator<AnyRow[]> {
  let last = 0
  for (;;) {
    const rows = await db
      .selectFrom(table(name))
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    if (rows.length === 0) return
    yield rows as unknown as AnyRow[]
    last = rows.at(-1)?.id ?? last
  }
}
