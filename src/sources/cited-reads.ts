import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Which rounds are meant, by the column that holds their number. */
type AmongRounds = (column: string) => RawBuilder<SqlBool>

/**
 * "id, source_id": the sources cited for these rounds or for whatever is part of them; one may come more than once. It
 * goes from the few parts to their claims, or SQLite walks all claims.
 */
export function sourcesCited(among: AmongRounds): RawBuilder<unknown> {
  const cited = (record: string, from: RawBuilder<unknown>, round = sql`round_id`) => sql`
    select distinct ${round} as id, source_id from ${from}
      cross join claim on claim.record = ${sql.lit(record)} and claim.record_id = ${sql.ref(`${record}.id`)}
        and claim.withdrawn is null`
  const part = (table: string) =>
    sql`(select id, round_id from ${sql.table(table)}
      where ${among(`${table}.round_id`)} and withdrawn is null) as ${sql.table(table)}`
  const within = (owner: string, table: string) => {
    const column = sql.ref(`${table}.${owner}_id`)
    return sql`${part(owner)} cross join ${sql.table(table)}
      on ${column} = ${sql.ref(`${owner}.id`)} and ${sql.ref(`${table}.withdrawn`)} is null`
  }
  const rounds = sql`(select id from round where ${among('round.id')} and withdrawn is null) as round`
  return sql.join(
    [
      cited('round', rounds, sql`round.id`),
      ...['session', 'delegation', 'third_party', 'proposal_event', 'outcome', 'document'].map((table) =>
        cited(table, part(table)),
      ),
      cited('delegate', within('delegation', 'delegate')),
      cited('commitment', within('outcome', 'commitment')),
    ],
    sql` union all `,
  )
}
