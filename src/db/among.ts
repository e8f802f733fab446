import { type RawBuilder, sql } from 'kysely'

/** These numbers as one value of a query, however many they are. */
export function among(ids: readonly number[]): RawBuilder<number> {
  return sql<number>`(select value from json_each(${JSON.stringify(ids)}))`
}
