/* By what names a record is found as one types: kept in the table `called`, a row for each word that a name may begin at. */
import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { tailsOf } from '../kernel/fold.ts'

declare module '../db/tables.ts' {
  interface Tables {
    called: {
      record: string
      /** 1 where the tail begins within the name. */
      is_inner: 0 | 1
      /** The folded name from one of its words to its end. */
      tail: string
      record_id: number
    }
  }
}

/** Kinds that forms name, and the columns that call them. */
export const callings = {
  source: ['publisher', 'title'],
  venue: ['name'],
  party: ['name', 'code'],
  person: ['name'],
  office: ['title'],
  track: ['title'],
} as const
export type Called = keyof typeof callings
export const calledKinds = Object.keys(callings) as Called[]

const AT_ONCE = 500
// SQLite takes 32,766 values in a statement.
const ROWS_AT_ONCE = 5000

interface Calling {
  id: number
  name: string | null
}

/** Inside the transaction of a change: whatever got or lost a name since this revision is called anew. */
export async function callAnew(db: Db, revision: number): Promise<void> {
  for (const record of calledKinds) {
    const ids = await renamedSince(db, record, revision)
    for (let from = 0; from < ids.length; from += AT_ONCE)
      await callThese(db, record, ids.slice(from, from + AT_ONCE))
  }
}

async function renamedSince(db: Db, record: Called, revision: number): Promise<number[]> {
  // The plus keeps SQLite on the numbers: along the index by record it would read all that ever happened to people.
  const later = (record: string) => sql`from revision where id > ${revision} and +record = ${record}`
  const bearer = sql.ref(`name.${record}_id`)
  // A further name that went from one bearer to another concerns both.
  const further = sql`union select ${bearer} from name where ${bearer} is not null
      and id in (select record_id ${later('name')})
    union select json_extract(before, ${`$.${record}_id`}) ${later('name')}`
  const { rows } = await sql<{ id: number | null }>`
    select record_id as id ${later(record)} ${hasNames(record) ? further : sql``}`.execute(db)
  return rows.flatMap(({ id }) => id ?? [])
}

function hasNames(record: Called): boolean {
  return record === 'venue' || record === 'party' || record === 'person'
}

/** Derives anew what these are called. Inside a transaction. */
export async function callThese(db: Db, record: Called, ids: number[]): Promise<void> {
  await db.deleteFrom('called').where('record', '=', record).where('record_id', 'in', ids).execute()
  const rows = (await callingsOf(db, record, ids)).flatMap(({ id, name }) =>
    tailsOf(name ?? '').map((tail, at) => ({
      record,
      is_inner: at === 0 ? (0 as const) : (1 as const),
      tail,
      record_id: id,
    })),
  )
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('called')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((on) => on.doNothing())
      .execute()
}

/** What stands is called by its own columns and by its further names. */
async function callingsOf(db: Db, record: Called, ids: number[]): Promise<Calling[]> {
  const among = sql.join(ids)
  const own = callings[record].map(
    (column) =>
      sql`select id, ${sql.ref(column)} as name from ${sql.table(record)} where id in (${among}) and withdrawn is null`,
  )
  const bearer = sql.ref(`name.${record}_id`)
  const further = sql`select ${bearer} as id, name.name from name join ${sql.table(record)} bearer on bearer.id = ${bearer}
    where ${bearer} in (${among}) and name.withdrawn is null and bearer.withdrawn is null`
  const all = hasNames(record) ? [...own, further] : own
  const { rows } = await sql<Calling>`${sql.join(all, sql` union all `)}`.execute(db)
  return rows
}
