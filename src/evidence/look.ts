import type { Db } from '../db/tables.ts'

/** The record as a request reads it, beside the record as it is today: what is hidden can then at least be counted. */
export interface Look {
  db: Db
  today: Db
  /** To which clocks run, counted from 1970-01-01. */
  day: number
  /** ISO 8601, where the address asks for an earlier day; null for today. */
  known: string | null
}
