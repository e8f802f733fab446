import type { Db } from '../db/tables.ts'
import { gone, notFound } from '../kernel/fault.ts'
import { groupBy } from '../kernel/group.ts'
import { statuses } from '../sources/status.ts'
import type { StatusCount } from '../sources/status-reads.ts'

/** @throws Refusal 404 or 410 */
export async function theProcess(db: Db, slug: string) {
  const process = await db.selectFrom('process').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!process) notFound('process', slug.slice(0, 80))
  if (process.withdrawn !== null) gone('process', slug, process.withdrawn)
  return process
}

export function processesByTitle(
  db: Db,
  { limit = 1000, offset = 0 }: { limit?: number; offset?: number } = {},
) {
  return db
    .selectFrom('process')
    .select([
      'id',
      'slug',
      'title',
      'summary',
      'conflict_name',
      'date',
      'date_earliest',
      'date_latest',
      'status',
    ])
    .where('withdrawn', 'is', null)
    .orderBy('title_folded')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** Processes that ended before the first day or began after the last, those nearest in time, in its order; so many at most on either side. */
export async function processesOutside(
  db: Db,
  { first, last }: { first: number; last: number },
  limit: number,
) {
  const processes = () =>
    db
      .selectFrom('process')
      .select(['id', 'slug', 'title', 'date'])
      .where('withdrawn', 'is', null)
      .limit(limit)
  const [before, after] = await Promise.all([
    processes()
      .where('date_latest', '<', first)
      .orderBy('date_latest', 'desc')
      .orderBy('id', 'desc')
      .execute(),
    processes().where('date_earliest', '>', last).orderBy('date_earliest').orderBy('id').execute(),
  ])
  return { before: before.reverse(), after }
}

export function processesWithIds(db: Db, ids: number[]) {
  return db
    .selectFrom('process')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .where('withdrawn', 'is', null)
    .orderBy('id')
    .execute()
}

export function tracksOf(db: Db, processIds: number[]) {
  return db
    .selectFrom('track')
    .select(['id', 'process_id', 'title', 'level', 'summary'])
    .where('process_id', 'in', processIds)
    .where('withdrawn', 'is', null)
    .orderBy('process_id')
    .orderBy('id')
    .execute()
}

/** The tracks of these processes, and of the processes of these tracks, by process. */
export async function tracksBeside(db: Db, slugs: string[], trackIds: number[]) {
  const rows = await db
    .selectFrom('track')
    .innerJoin('process', 'process.id', 'process_id')
    .where((of) =>
      of(
        'process_id',
        'in',
        of
          .selectFrom('process')
          .select('id')
          .where('slug', 'in', slugs)
          .unionAll(of.selectFrom('track').select('process_id as id').where('id', 'in', trackIds)),
      ),
    )
    .where('track.withdrawn', 'is', null)
    .where('process.withdrawn', 'is', null)
    .select(['track.id', 'track.title', 'process.title as process'])
    .orderBy('process.title_folded')
    .orderBy('process.id')
    .orderBy('track.id')
    .execute()
  return groupBy(rows, ({ process }) => process)
}

/** The process of a track, where both stand. */
export async function processOfTrack(db: Db, id: number): Promise<number | null> {
  const found = await db
    .selectFrom('track')
    .innerJoin('process', 'process.id', 'process_id')
    .select('process_id')
    .where('track.id', '=', id)
    .where('track.withdrawn', 'is', null)
    .where('process.withdrawn', 'is', null)
    .executeTakeFirst()
  return found?.process_id ?? null
}

/** @throws Refusal 404 or 410 */
export async function theIssue(db: Db, code: string) {
  const issue = await db.selectFrom('issue').selectAll().where('code', '=', code).executeTakeFirst()
  if (!issue) notFound('issue', code.slice(0, 80))
  if (issue.withdrawn !== null) gone('issue', code, issue.withdrawn)
  return issue
}

/** Issues are a short list, and a tree: whoever wants one branch of it reads it whole. */
export function issuesByCode(db: Db, { limit = 2000, offset = 0 }: { limit?: number; offset?: number } = {}) {
  return db
    .selectFrom('issue')
    .select(['id', 'code', 'title', 'parent_id'])
    .where('withdrawn', 'is', null)
    .orderBy('code')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** How many fields of each status there are in a process and all that belongs to it. */
export function statusCountsIn(db: Db, processId: number): Promise<StatusCount[]> {
  return (
    db
      .selectFrom('field_status')
      // Named one by one: so SQLite reads them off the index alone.
      .where('status', 'in', [...statuses])
      .where('process_id', '=', processId)
      .select((of) => ['status', of.fn.countAll<number>().as('count')])
      .groupBy('status')
      .execute()
  )
}

/** The same for many processes, each by its number. */
export async function statusCountsByProcess(
  db: Db,
  processIds: number[],
): Promise<Map<number, StatusCount[]>> {
  const rows = await db
    .selectFrom('field_status')
    .where('status', 'in', [...statuses])
    .where('process_id', 'in', processIds)
    .select((of) => ['process_id', 'status', of.fn.countAll<number>().as('count')])
    .groupBy(['process_id', 'status'])
    .execute()
  return groupBy(rows, ({ process_id }) => process_id ?? 0)
}
