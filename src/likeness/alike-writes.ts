import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { areAlike, type Rule, rules } from './rules.ts'
import { traitsOf } from './trait-reads.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** What each standing record is known by. */
    likeness: { record: string; record_id: number; rule: Rule; key: string; told: string }
    /** Pairs that may be one; `one` is the lower number. */
    lookalike: { record: string; one: number; other: number; rule: Rule }
  }
}

/** Records likened together. */
const AT_ONCE = 200
// SQLite takes 32,766 values in a statement.
const ROWS_AT_ONCE = 2000
/** Of many that share a key, each is compared with so many before it: a thousand of one name make no million pairs. */
export const NEAREST = 10
const LAST = Number.MAX_SAFE_INTEGER

/*
 * A cross join keeps SQLite to this order: from each key of these records to the few that stand next to them by it.
 */

/** Finds anew what these records look like, after they changed. Inside a transaction. */
export async function liken(db: Db, record: string, ids: number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await likenSome(db, record, ids.slice(from, from + AT_ONCE))
}

async function likenSome(db: Db, record: string, ids: number[]): Promise<void> {
  const before = await laterNeighbours(db, record, ids)
  await describe(db, record, ids)
  const after = await laterNeighbours(db, record, ids)
  const affected = [...new Set([...ids, ...before, ...after])]
  await db.deleteFrom('lookalike').where('record', '=', record).where('one', 'in', ids).execute()
  await db.deleteFrom('lookalike').where('record', '=', record).where('other', 'in', affected).execute()
  const pairs = await pairsOf(db, record, affected)
  for (let from = 0; from < pairs.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('lookalike')
      .values(pairs.slice(from, from + ROWS_AT_ONCE))
      .execute()
}

/** Writes down what these records are known by; nothing for what was withdrawn. */
async function describe(db: Db, record: string, ids: number[]): Promise<void> {
  await db.deleteFrom('likeness').where('record', '=', record).where('record_id', 'in', ids).execute()
  const traits = await traitsOf(db, record, ids)
  const rows = [...traits].flatMap(([record_id, own]) => own.map((one) => ({ record, record_id, ...one })))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('likeness')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((twice) => twice.doNothing())
      .execute()
}

/** Those that are compared with these, as they come next by the same key. */
async function laterNeighbours(db: Db, record: string, ids: number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with mine as materialized (select rule, key, record_id, coalesce((
        select record_id from likeness later where later.record = ${record} and later.rule = one.rule
          and later.key = one.key and later.record_id > one.record_id
        group by record_id order by record_id limit 1 offset ${NEAREST - 1}), ${LAST}) as last
      from likeness one where record = ${record} and record_id in (${sql.join(ids)}))
    select distinct near.record_id as id from mine cross join likeness near
    where near.record = ${record} and near.rule = mine.rule and near.key = mine.key
      and near.record_id > mine.record_id and near.record_id <= mine.last`.execute(db)
  return rows.map(({ id }) => id)
}

interface Candidate {
  one: number
  other: number
  rule: Rule
  told_of_one: string
  told_of_other: string
}

/** Each of these with those before it that it looks like, by the first rule that holds, save what an editor told apart. */
async function pairsOf(db: Db, record: string, ids: number[]) {
  const { rows } = await sql<Candidate>`
    with mine as materialized (select rule, key, record_id, told, coalesce((
        select record_id from likeness earlier where earlier.record = ${record} and earlier.rule = one.rule
          and earlier.key = one.key and earlier.record_id < one.record_id
        group by record_id order by record_id desc limit 1 offset ${NEAREST - 1}), 0) as first
      from likeness one where record = ${record} and record_id in (${sql.join(ids)}))
    select near.record_id as one, mine.record_id as other, mine.rule, near.told as told_of_one, mine.told as told_of_other
    from mine cross join likeness near
    where near.record = ${record} and near.rule = mine.rule and near.key = mine.key
      and near.record_id < mine.record_id and near.record_id >= mine.first
      and not exists (select 1 from unlike where unlike.record = ${record}
        and unlike.one = near.record_id and unlike.other = mine.record_id)`.execute(db)
  const pairs = new Map<string, { record: string; one: number; other: number; rule: Rule }>()
  const held = rows.filter(({ rule, told_of_one, told_of_other }) =>
    areAlike(rule, told_of_one, told_of_other),
  )
  for (const { one, other, rule } of held.sort(byRule)) {
    const pair = `${one} ${other}`
    if (!pairs.has(pair)) pairs.set(pair, { record, one, other, rule })
  }
  return [...pairs.values()]
}

function byRule(one: Candidate, other: Candidate): number {
  return rules.indexOf(one.rule) - rules.indexOf(other.rule)
}
