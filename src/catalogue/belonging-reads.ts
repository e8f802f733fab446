import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { isAbout, partTies, type Tie, wayToProcess } from './belonging.ts'
import { allRecords } from './records.ts'

const about = allRecords.filter(isAbout)

/** "part (record, id)": the record and all that belongs to it, with what is claimed and decided about each. */
export function partsOf(record: string, id: number): RawBuilder<unknown> {
  const owned = partTies.map(
    ({
      part,
      column,
      owner,
    }) => sql`select ${sql.lit(part)}, one.id from part cross join ${sql.table(part)} one
      on part.record = ${sql.lit(owner)} and ${sql.ref(`one.${column}`)} = part.id`,
  )
  const said = about.map(
    ({ name }) => sql`select ${sql.lit(name)}, one.id from part cross join ${sql.table(name)} one
      on one.record = part.record and one.record_id = part.id`,
  )
  return sql`part (record, id) as (select ${record}, ${id} union ${sql.join([...owned, ...said], sql` union `)})`
}

const subject = (record: RawBuilder<unknown>, id: RawBuilder<unknown>) => {
  const cases = allRecords.flatMap(({ name }) => {
    const way = wayToProcess(name)
    return way ? [sql`when ${sql.lit(name)} then (${upwards(way, id)})`] : []
  })
  return sql`case ${record} when 'process' then ${id} ${sql.join(cases, sql` `)} end`
}

/** The process that a way leads to from this row. */
function upwards(way: Tie[], id: RawBuilder<unknown>): RawBuilder<unknown> {
  const at = (step: number) => sql.ref(`way${step}.id`)
  const joins = way.slice(1).map(
    ({ part }, step) => sql` join ${sql.table(part)} as ${sql.ref(`way${step + 1}`)}
      on ${at(step + 1)} = ${sql.ref(`way${step}.${way[step]?.column}`)}`,
  )
  const first = way[0]
  const last = way.length - 1
  return sql`select ${sql.ref(`way${last}.${way[last]?.column}`)} from ${sql.table(first?.part ?? '')} as way0${sql.join(joins, sql``)}
    where way0.id = ${id}`
}

/** The process that a record belongs to, or that a claim, its chain or a reading speaks of; null where there is none. */
export function processOf(record: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> {
  const spoken = (from: RawBuilder<unknown>) =>
    sql`(select ${subject(sql`spoken.record`, sql`spoken.record_id`)} from ${from})`
  return sql`case ${record}
    when 'claim' then ${spoken(sql`claim spoken where spoken.id = ${id}`)}
    when 'reading' then ${spoken(sql`reading spoken where spoken.id = ${id}`)}
    when 'relay' then ${spoken(sql`relay join claim spoken on spoken.id = relay.claim_id where relay.id = ${id}`)}
    else ${subject(record, id)} end`
}

/** The process that one record belongs to, withdrawn or not; null where there is none. */
export async function theProcessOf(db: Db, record: string, id: number): Promise<number | null> {
  const { rows } = await sql<{
    id: number | null
  }>`select ${processOf(sql`${record}`, sql`${id}`)} as id`.execute(db)
  return rows[0]?.id ?? null
}
