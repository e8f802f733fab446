import type { Db } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'
import type { Called } from './called-writes.ts'

// Sorts behind every text that begins alike.
const LAST = '\u{10ffff}'
/** Rows read for each rank: a record may be called by several names that begin alike. */
const ROWS = 60

interface Call {
  id: number
  /** The folded name, from the word that was typed. */
  tail: string
}

/**
 * What is called as was typed: by the whole name, exactly or at its beginning; then by a word within it. Only the
 * rows that begin so are read, however large the record.
 */
export async function calledSo(db: Db, record: Called, typed: string, rows = ROWS): Promise<Call[]> {
  const begun = fold(typed).trim()
  if (begun === '') return []
  const ranked = (is_inner: 0 | 1) =>
    db
      .selectFrom('called')
      .select(['record_id as id', 'tail'])
      .where('record', '=', record)
      .where('is_inner', '=', is_inner)
      .where('tail', '>=', begun)
      .where('tail', '<', begun + LAST)
      .orderBy('tail')
      .orderBy('record_id')
      .limit(rows)
      .execute()
  return [...(await ranked(0)), ...(await ranked(1))]
}

/** Which of these are called as was typed; all that stand where nothing was. */
export async function calledAmong(
  db: Db,
  record: Called,
  ids: number[],
  typed: string,
): Promise<Set<number>> {
  const begun = fold(typed).trim()
  const found = await db
    .selectFrom('called')
    .select('record_id')
    .distinct()
    .where('record', '=', record)
    .where('record_id', 'in', ids)
    .where('tail', '>=', begun)
    .where('tail', '<', begun + LAST)
    .execute()
  return new Set(found.map(({ record_id }) => record_id))
}

/** How many bear each of these names, folded. */
export async function bearersOf(db: Db, record: Called, names: string[]): Promise<Map<string, number>> {
  const found = await db
    .selectFrom('called')
    .select((of) => ['tail', of.fn.count<number>('record_id').as('bearers')])
    .where('record', '=', record)
    .where('is_inner', '=', 0)
    .where('tail', 'in', [...new Set(names.map(fold))])
    .groupBy('tail')
    .execute()
  return new Map(found.map(({ tail, bearers }) => [tail, bearers]))
}

/** Who is called so by the end of their names, folded: of many the first and the last, for then nobody is meant for certain. */
export async function idsEnding(db: Db, record: Called, tails: string[]) {
  const found = await db
    .selectFrom('called')
    .select((of) => [
      'tail',
      of.fn.min<number>('record_id').as('first'),
      of.fn.max<number>('record_id').as('last'),
    ])
    .where('record', '=', record)
    .where('is_inner', '=', 1)
    .where('tail', 'in', tails)
    .groupBy('tail')
    .execute()
  return new Map(found.map(({ tail, first, last }) => [tail, [...new Set([first, last])]]))
}
