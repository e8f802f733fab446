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
