import { allRecords } from '../../src/catalogue/records.ts'
import { type AnyRow, pagesOf } from '../../src/catalogue/rows.ts'
import type { Db } from '../../src/db/tables.ts'

export type Record = Map<string, AnyRow>

/** Every row of the record, by kind and number. */
export async function wholeRecord(db: Db): Promise<Record> {
  const rows: Record = new Map()
  for (const kind of allRecords)
    for await (const page of pagesOf(db, kind))
      for (const row of page) rows.set(`${kind.name} ${row.id}`, row)
  return rows
}

/** What standing rows still point to one record, "delegate 3"; those that tell of mergings aside. */
export function pointingTo(rows: Record, record: string, id: number): string[] {
  return [...rows].flatMap(([key, row]) => {
    const kind = allRecords.find(({ name }) => name === key.split(' ')[0])
    if (!kind || kind.name === 'merger' || row.withdrawn !== null) return []
    const refers = Object.entries(kind.fields).some(
      ([field, of]) => of.refers === record && row[field] === id,
    )
    return refers || (row.record === record && row.record_id === id) ? [key] : []
  })
}

/** Rows that lead back to themselves, as a version of their own version. */
export function circular(rows: Record): string[] {
  return [...rows].flatMap(([key, row]) => {
    const [record = ''] = key.split(' ')
    return ['parent_id', 'version_of_id', 'republishes_id'].flatMap((column) => {
      let next: AnyRow | undefined = row
      for (let step = 0; step < 50 && next; step++) {
        next = rows.get(`${record} ${next[column]}`)
        if (next === row) return [`${key} ${column}`]
      }
      return []
    })
  })
}

/** The fields of each row and whether it stands, without what follows from them. */
export function told(rows: Record) {
  return Object.fromEntries(
    [...rows].map(([key, row]) => {
      const kind = allRecords.find(({ name }) => name === key.split(' ')[0])
      const fields = Object.keys(kind?.fields ?? {}).map((field) => [field, row[field]])
      return [key, { ...Object.fromEntries(fields), withdrawn: row.withdrawn }]
    }),
  )
}

/** The history after a revision, played onto the record as it stood then. */
export async function replayed(db: Db, rows: Record, since: number): Promise<Record> {
  const played: Record = new Map([...rows].map(([key, row]) => [key, { ...row }]))
  const steps = await db.selectFrom('revision').selectAll().where('id', '>', since).orderBy('id').execute()
  for (const { record, record_id, action, after, reason } of steps) {
    const key = `${record} ${record_id}`
    const row = played.get(key) ?? { id: record_id, withdrawn: null }
    const withdrawn = action === 'withdrawn' ? reason : action === 'restored' ? null : (row.withdrawn ?? null)
    played.set(key, { ...row, ...JSON.parse(after ?? '{}'), withdrawn })
  }
  return played
}
