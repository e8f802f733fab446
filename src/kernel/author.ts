import type { Clock } from './clock.ts'

/** Who changes the record, and by which clock. */
export interface Author {
  /** Null for the command line and the starter record. */
  account_id: number | null
  who: string
  /** The second reader who let it into the record; absent where there was none. */
  published_by?: string
  clock: Clock
}

/** "Ana, published by Eve" where a second reader let it into the record. */
export function sayAuthor({ who, published_by }: { who: string; published_by: string | null }): string {
  return published_by === null ? who : `${who}, published by ${published_by}`
}
