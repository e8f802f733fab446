import { type SqlBool, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { RecordKind } from '../fields/record.ts'
import type { AnyRow } from './rows.ts'

/** What puts the list of all records of a kind in order, before their numbers do. */
const orders: Record<string, string> = {
  source: 'publisher',
  venue: 'name_folded',
  party: 'name_folded',
  person: 'name_folded',
  process: 'title_folded',
  issue: 'code',
}

/** Counting stops here: beyond it a page says "more than". */
export const COUNTED = 100_000
/** As many as a page shows: what is asked about them takes no longer than there. */
const AT_ONCE = 100

/** How many of a kind stand; counted no further than COUNTED. */
export async function countStanding(db: Db, kind: RecordKind): Promise<number> {
  const { count } = await db
    .selectFrom(standing(db, kind).select('id').limit(COUNTED).as('some'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** All of a kind that stand, in the order of their list: whole rows, some at a time. */
export async function* standingPages(db: Db, kind: RecordKind): AsyncGenerator<AnyRow[]> {
  let last: AnyRow | undefined
  for (;;) {
    const rows = await standingBehind(db, kind, last)
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)
  }
}

async function standingBehind(db: Db, kind: RecordKind, last: AnyRow | undefined): Promise<AnyRow[]> {
  const order = orderOf(kind)
  let rows = standing(db, kind).selectAll().limit(AT_ONCE)
  if (last) rows = rows.where(sql<SqlBool>`(${sql.ref(order)}, id) > (${last[order]}, ${last.id})`)
  return (await rows.execute()) as unknown as AnyRow[]
}

function standing(db: Db, kind: RecordKind) {
  return db
    .selectFrom(kind.name as 'round')
    .where('withdrawn', 'is', null)
    .orderBy(orderOf(kind) as 'title_folded')
    .orderBy('id')
}

function orderOf({ name }: RecordKind): string {
  return orders[name] ?? 'id'
}
