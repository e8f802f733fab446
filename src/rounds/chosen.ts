import type { Db } from '../db/tables.ts'
import { counted } from '../kernel/words.ts'
import { tallyOf } from '../sources/tally.ts'
import { censusOf } from './census/current.ts'
import { pageLinks, type RoundList, roundLines } from './list.ts'
import { PAGE_SIZE, roundRows } from './list-reads.ts'

/** Where such a list stands; `query` with its question mark, or empty, and without a page. */
export interface Address {
  path: string
  query: string
}

/** A list of rounds that no filter can say: chosen by their numbers, in this order. */
export async function chosenList(
  db: Db,
  ids: readonly number[],
  asked: number,
  { path, query }: Address,
): Promise<RoundList> {
  const last = Math.max(1, Math.ceil(ids.length / PAGE_SIZE))
  const page = Math.min(asked, last)
  const rounds = await roundRows(db, ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE))
  const census = await censusOf(db)
  const counts = new Map(rounds.map(({ id }) => [id, census.statusesOf(id)]))
  const turned = (to: number) => (to === 1 ? query : `${query}${query === '' ? '?' : '&'}page=${to}`)
  return {
    rows: await roundLines(db, rounds, counts),
    tally: tallyOf([...counts.values()].flat()),
    isEmpty: ids.length === 0,
    isNarrowed: false,
    count: ids.length,
    countWords: counted(ids.length, 'round'),
    doubt: null,
    pages: pageLinks(page, last).map((number) => ({
      label: String(number),
      href: path + turned(number),
      isCurrent: number === page,
    })),
    hasPages: last > 1,
    table: ids.length === 0 ? null : { path, query, columns: '/codebook#rounds' },
    pictures: [],
  }
}
