import { audit } from '../../accounts/audit-writes.ts'
import { atomically } from '../../db/atomically.ts'
import type { Db } from '../../db/tables.ts'
import type { Author } from '../../kernel/author.ts'

declare module '../../db/tables.ts' {
  interface Tables {
    /** Processes whose analysts publish without a second reader. */
    unreviewed: { process_id: number }
  }
}

/** From now on the analysts of these processes publish by themselves, those of all others do not. */
export async function setUnreviewed(db: Db, by: Author, process_ids: number[]): Promise<void> {
  await atomically(db, async (db) => {
    await db.deleteFrom('unreviewed').execute()
    if (process_ids.length > 0)
      await db
        .insertInto('unreviewed')
        .values(process_ids.map((process_id) => ({ process_id })))
        .execute()
    const detail = `done without by ${process_ids.length === 0 ? 'none' : `processes ${process_ids.join(', ')}`}`
    await audit(db, by, 'second reading set', detail)
  })
}
