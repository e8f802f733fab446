import { type RawBuilder, sql } from 'kysely'

/** A column by which an index finds rows, empty where it was not yet known on the day as of which the record is read. */
export function unlessHidden(table: string, column: string): RawBuilder<number | null> {
  return sql<number | null>`case when exists (select 1 from hidden where hidden.record = ${sql.lit(table)}
    and hidden.record_id = ${sql.ref(`${table}.id`)} and hidden.field = ${sql.lit(column)})
    then null else ${sql.ref(`${table}.${column}`)} end`
}
