import type { Account } from '../../accounts/account.ts'
import type { Db } from '../../db/tables.ts'
import { counted, sayNumber } from '../../kernel/words.ts'

export interface Way {
  label: string
  href: string
}

/** One thing that waits, and where it is done. */
export interface Entry extends Way {
  note: string
  /** Told on the full list only. */
  more: string
  /** Where an address may point to it. */
  anchor: string
  /** Null where there is nothing to do but read. */
  action: Way | null
}

export interface Slice {
  limit: number
  offset: number
}

/** A slice of what waits, and how much there is in all, counted no further than MOST. */
export interface Watched {
  entries: Entry[]
  count: number
  /** Something lies beyond what was counted or looked at. */
  isMore: boolean
}

/** A kind of work that waits for somebody: a section of the desk, with a full list of its own. */
export interface Watch {
  /** The last step of its address. */
  name: string
  title: string
  /** What one entry is called where they are counted. */
  one: string
  /** What it lists, in one sentence. */
  note: string
  /** Said where nothing waits. */
  none: string
  look(db: Db, day: number, slice: Slice, account: Account): Promise<Watched>
}

/** No section counts further. */
export const MOST = 100

/** Where all entries had to be judged to know which there are. */
export function sliced(all: Entry[], { limit, offset }: Slice, isMore: boolean): Watched {
  return { entries: all.slice(offset, offset + limit), count: all.length, isMore }
}

type Counted = Pick<Watched, 'count' | 'isMore'>

/** "12", "at least 12", "more than 500". */
export function countWords(counted: Counted): string {
  return boundOf(counted) + sayNumber(counted.count)
}

/** "1 round", "more than 500 rounds". */
export function countOf({ one }: Pick<Watch, 'one'>, watched: Counted): string {
  return boundOf(watched) + counted(watched.count, one)
}

function boundOf({ count, isMore }: Counted): string {
  if (!isMore) return ''
  return count < MOST ? 'at least ' : 'more than '
}

/** Of a count that went one further than MOST. */
export function upToMost(count: number): Counted {
  return { count: Math.min(count, MOST), isMore: count > MOST }
}

/** "1 day", "5 days". */
export function days(count: number): string {
  return counted(count, 'day')
}
