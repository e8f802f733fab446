import type { Db } from '../db/tables.ts'

/** Imports, the latest first. */
export async function importRuns(db: Db, { limit, offset }: { limit: number; offset: number }) {
  const rows = await db
    .selectFrom('import_run')
    .selectAll()
    .where('id', '>', 0)
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(({ files, counts, ...run }) => ({
    ...run,
    files: JSON.parse(files) as string[],
    counts: JSON.parse(counts) as Record<string, number>,
  }))
}

/** How many there are, counted no further than `most`. */
export async function countRuns(db: Db, most: number): Promise<number> {
  const some = db.selectFrom('import_run').select('id').where('id', '>', 0).limit(most)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
