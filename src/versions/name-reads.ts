import { sql } from 'kysely'
import { type Place, placesByKey, placesOf } from '../catalogue/reads.ts'
import { recordNamed } from '../catalogue/records.ts'
import { recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'

/** What records are called, and were called when a step was made. */
export interface Names {
  place(record: string, id: number): Place | undefined
  /** As called at this step; today, where no step is given. */
  called(record: string, id: number, step?: number): string
}

interface Renaming {
  id: number
  record: string
  record_id: number
  was: string
}

/** The names of these records, in one question each for what they are called and what they were. */
export async function namesOf(db: Db, subjects: Map<string, number[]>): Promise<Names> {
  const [places, renamings] = await Promise.all([placesOf(db, subjects), renamingsOf(db, subjects)])
  const named = placesByKey(places)
  const were = groupBy(renamings, ({ record, record_id }) => `${record} ${record_id}`)
  const place = (record: string, id: number) => named.get(`${record} ${id}`)
  return {
    place,
    called: (record, id, step = Number.POSITIVE_INFINITY) =>
      were.get(`${record} ${id}`)?.find((renaming) => renaming.id > step)?.was ??
      place(record, id)?.label ??
      `${recordWords(record)} ${id}`,
  }
}

/** Each time one of them was called otherwise, the oldest first, with the name that ended then. */
async function renamingsOf(db: Db, subjects: Map<string, number[]>): Promise<Renaming[]> {
  const asked = [...subjects].flatMap(([record, ids]) => {
    const label = recordNamed(record)?.label
    return label
      ? [
          sql`select id, record, record_id, json_extract(before, ${`$.${label}`}) as was from revision
            where record = ${record} and record_id in (${sql.join(ids)}) and json_type(before, ${`$.${label}`}) is not null`,
        ]
      : []
  })
  if (asked.length === 0) return []
  const { rows } = await sql<Renaming>`${sql.join(asked, sql` union all `)} order by id`.execute(db)
  return rows
}
