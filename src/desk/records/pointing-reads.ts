/* Who points to a record. */
import { allRecords } from '../../catalogue/records.ts'
import type { Db } from '../../db/tables.ts'
import { settingsOf, subjectKinds } from '../../evidence/setting-reads.ts'
import { idsOf } from '../../kernel/ids.ts'
import type { Going } from './withdraw.ts'

/** More of one kind are not counted. */
export const MANY = 100

export interface Pointers {
  record: string
  ids: number[]
}

/** Records that stand, in what stands, and point to one of these; those that leave with it do not count. */
export async function pointersTo(db: Db, going: Going[]): Promise<Pointers[]> {
  const found = new Map<string, Set<number>>()
  const leaves = new Set(going.map(({ kind, id }) => `${kind.name} ${id}`))
  for (const kind of allRecords)
    for (const [column, { refers }] of Object.entries(kind.fields)) {
      const ids = going.flatMap((one) => (one.kind.name === refers ? [one.id] : []))
      for (const id of await standingWith(db, kind.name, column, ids)) {
        if (leaves.has(`${kind.name} ${id}`)) continue
        found.set(kind.name, (found.get(kind.name) ?? new Set()).add(id))
      }
    }
  return [...found].map(([record, ids]) => ({ record, ids: [...ids] }))
}

async function standingWith(db: Db, record: string, column: string, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom(record as 'delegate')
    .select('id')
    .where(column as 'person_id', 'in', ids)
    .where('withdrawn', 'is', null)
    .limit(MANY)
    .execute()
  if (!subjectKinds.includes(record)) return idsOf(rows)
  return idsOf(await settingsOf(db, record, idsOf(rows)))
}
