import type { Logger } from 'pino'
import type { Past } from '../db/past.ts'
import type { Db } from '../db/tables.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Assets } from './assets.ts'

/** What every room's routes are handed. */
export interface House {
  db: Db
  /** The record as it was known on earlier days. */
  past: Past
  clock: Clock
  log: Logger
  assets: Assets
  /** Signs the sign-in cookie. */
  secret: string
}
