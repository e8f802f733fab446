import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** That a column was known on the day as of which the record is read. */
export function isKnown(table: string, column: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (select 1 from hidden where hidden.record = ${sql.lit(table)}
    and hidden.record_id = ${sql.ref(`${table}.id`)} and hidden.field = ${sql.lit(column)})`
}

/** A column by which an index finds rows, empty where it was not yet known. */
export function unlessHidden(table: string, column: string): RawBuilder<number | null> {
  return sql<number | null>`case when ${isKnown(table, column)} then ${sql.ref(`${table}.${column}`)} end`
}
