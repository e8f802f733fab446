import type { Clock } from './clock.ts'

/** Who changes the record, and by which clock. */
export interface Author {
  /** Null for the command line and the starter record. */
  account_id: number | null
  who: string
  clock: Clock
}
