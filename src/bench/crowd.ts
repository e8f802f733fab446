import { recordNamed } from '../catalogue/records.ts'
import { type AnyRow, insertRows } from '../catalogue/rows.ts'
import { atomically } from '../db/atomically.ts'
import type { Db } from '../db/tables.ts'
import { restate } from '../evidence/status-writes.ts'
import type { Stored } from '../fields/kind.ts'
import { derived } from '../fields/read.ts'
import { isoDate } from '../kernel/days.ts'

/** More claims on the length of one round, no two of them alike. */
export async function crowd(db: Db, roundId: number, claims: number, firstId: number): Promise<void> {
  const fields = recordNamed('claim')?.fields ?? {}
  const empty = Object.fromEntries(Object.keys(fields).map((name): [string, Stored] => [name, null]))
  const rows = Array.from({ length: claims }, (_, at): AnyRow => {
    const row = {
      ...{ ...empty, record: 'round', record_id: roundId, field: 'duration_minutes', affirms: 1 },
      ...{ value: String(100 + at), asserter: `Speaker ${at}`, source_id: 1 + (at % 4) },
      asserted: isoDate(20_000 + (at % 300)),
    }
    return { ...row, ...derived(fields, row), id: firstId + at }
  })
  await atomically(db, async (db) => {
    await insertRows(db, 'claim', rows)
    await restate(db, 'round', [roundId])
  })
}
