import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { addressedBy } from './address-reads.ts'
import { type AnyRow, rowsWith } from './rows.ts'

/**
 * The record that stands for one that was withdrawn, at the end of however many mergings; null where there is none.
 * @param key its number, or the word in its address
 * @returns what stands in its place in the address
 */
export async function survivorOf(
  db: Db,
  record: string,
  key: number | string,
): Promise<number | string | null> {
  const column = typeof key === 'number' ? 'id' : addressedBy[record]
  const [row] = column ? await rowsWith(db, record, column, [key]) : []
  const survivor = row && (await survivorOfRow(db, record, row.id))
  return (survivor && column ? (survivor[column] as number | string) : null) ?? null
}

/** Of these, as an address names them, those that were merged, each with what stands for it. */
export async function survivorsAmong(db: Db, record: string, keys: string[]): Promise<Map<string, string>> {
  const column = addressedBy[record] ?? 'id'
  const asked = column === 'id' ? keys.filter((key) => /^[1-9]\d{0,14}$/.test(key)).map(Number) : keys
  const survivors = new Map<string, string>()
  for (const { id, withdrawn, [column]: key } of await rowsWith(db, record, column, asked)) {
    const survivor = withdrawn === null ? undefined : await survivorOfRow(db, record, id)
    if (survivor) survivors.set(String(key), String(survivor[column]))
  }
  return survivors
}

async function survivorOfRow(db: Db, record: string, id: number): Promise<AnyRow | undefined> {
  const { rows } = await sql<{ id: number }>`
    with recursive way (id, step) as (
      select into_id, 1 from merger where record = ${record} and record_id = ${id} and withdrawn is null
      union select into_id, step + 1 from way join merger on merger.record = ${record} and record_id = way.id
        and merger.withdrawn is null where step < 100)
    select id from way order by step`.execute(db)
  const ids = rows.map(({ id }) => id)
  const found = await rowsWith(db, record, 'id', ids)
  const standing = new Map(found.flatMap((row) => (row.withdrawn === null ? [[row.id, row]] : [])))
  return standing.get(ids.find((one) => standing.has(one)) ?? 0)
}
