import type { Generated } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { Author } from '../kernel/author.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** One row for each time that files were read into the record. */
    import_run: {
      id: Generated<number>
      /** UTC, ISO 8601. */
      started: string
      who: string
      /** JSON: names. */
      files: string
      /** JSON: rows by kind of record. */
      counts: string
    }
  }
}

interface Run {
  started: string
  files: string[]
  counts: Record<string, number>
}

/** Kept in the transaction of the import: a run that stored nothing is none. */
export async function keepRun(db: Db, { who }: Author, { started, files, counts }: Run): Promise<void> {
  const row = { started, who, files: JSON.stringify(files), counts: JSON.stringify(counts) }
  await db.insertInto('import_run').values(row).execute()
}
