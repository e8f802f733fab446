import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { anyOf } from './claim-reads.ts'
import type { Status } from './status.ts'

export interface StatusCount {
  status: Status
  count: number
}

/** How many fields of each status there are on these rounds and all that belongs to them, by round. */
export async function statusCountsOf(db: Db, roundIds: number[]): Promise<Map<number, StatusCount[]>> {
  const rows = await db
    .selectFrom('field_status')
    .where('round_id', 'in', roundIds)
    .select((of) => ['round_id', 'status', of.fn.countAll<number>().as('count')])
    .groupBy(['round_id', 'status'])
    .execute()
  return groupBy(rows, ({ round_id }) => round_id ?? 0)
}

/** How many fields of each status these records have themselves. */
export async function statusCountsAbout(db: Db, subjects: Record<string, number[]>): Promise<StatusCount[]> {
  const about = Object.entries(subjects).filter(([, ids]) => ids.length > 0)
  if (about.length === 0) return []
  return db
    .selectFrom('field_status')
    .where(anyOf('field_status', about))
    .select((of) => ['status', of.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute()
}

/** The same for each of them, by its number. */
export async function statusCountsByRecord(
  db: Db,
  record: string,
  ids: number[],
): Promise<Map<number, StatusCount[]>> {
  const rows = await db
    .selectFrom('field_status')
    .where('record', '=', record)
    .where('record_id', 'in', ids)
    .select((of) => ['record_id', 'status', of.fn.countAll<number>().as('count')])
    .groupBy(['record_id', 'status'])
    .execute()
  return groupBy(rows, ({ record_id }) => record_id)
}
