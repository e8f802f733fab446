import type { Db } from '../db/tables.ts'
import { type About, anyOf } from './claim-reads.ts'
import { fieldOf } from './field-ref.ts'

/** The editors' reading of each field of these records, by the field's name as fieldOf gives it; the latest of several. */
export async function readingsAbout(db: Db, subjects: About): Promise<Map<string, Reading>> {
  const about = [...subjects].filter(([, ids]) => ids.length > 0)
  if (about.length === 0) return new Map()
  const rows = await readingQuery(db).where(anyOf('reading', about)).execute()
  return new Map(rows.map((reading) => [fieldOf(reading), reading]))
}

export type Reading = Awaited<ReturnType<ReturnType<typeof readingQuery>['execute']>>[number]

function readingQuery(db: Db) {
  return db
    .selectFrom('reading')
    .select(['id', 'record', 'record_id', 'field', 'rule', 'claim_id', 'reason', 'would_settle'])
    .select(['decided_by', 'decided', 'version'])
    .where('withdrawn', 'is', null)
    .orderBy('id')
}
