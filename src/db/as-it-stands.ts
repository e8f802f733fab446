import { sql } from 'kysely'
import type { Db } from './tables.ts'

/**
 * Reads one state of the record, whatever others write meanwhile. For commands, which have the record to themselves:
 * all who read through this db see that state until the work is done.
 */
export async function asItStands<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  await sql`begin`.execute(db)
  try {
    return await work(db)
  } finally {
    await sql`commit`.execute(db)
  }
}
