import { sql } from 'kysely'
import type { Db } from '../../src/db/tables.ts'

/** Everything that stands in the database, save who is signed in and the trail of that. */
export async function wholeRecord(db: Db): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not in ('sign_in', 'audit')
      and name not like 'sqlite_stat%' order by name`.execute(db)
  const record: Record<string, unknown[]> = {}
  for (const { name } of tables)
    record[name] = (await sql`select * from ${sql.table(name)} order by 1`.execute(db)).rows
  return record
}
