import type { NextFunction, Request, Response } from 'express'
import type { Db } from '../db/tables.ts'
import { date } from '../fields/kinds.ts'
import { readOne } from '../fields/read.ts'
import type { Clock } from '../kernel/clock.ts'
import { isoDate } from '../kernel/days.ts'
import { boundsOf, OPEN, parseEdtf } from '../kernel/edtf.ts'
import { Refusal } from '../kernel/fault.ts'
import type { House } from './house.ts'

/** The record as one request reads it: as it is known today, or as it was known on the day that the address names. */
export interface AsOf {
  db: Db
  /** The day itself, counted from 1970-01-01: clocks and deadlines run to it. */
  day: number
  /** ISO 8601, where the address asks for an earlier day; null for today. */
  known: string | null
}

const DAY_MS = 86_400_000
const knownKind = date({ label: 'Known' })

/** Reads ?known= once for every page. @throws Refusal 400 where it is no date with an end */
export function readAsOf({ db, past, clock }: House) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const today = todayBy(clock)
    const day = req.method === 'POST' ? null : knownDay(req.query.known)
    res.locals.asOf = (
      day === null ? { db, day: today, known: null } : { db: past.knownOn(day), day, known: isoDate(day) }
    ) satisfies AsOf
    next()
  }
}

/** Counted from 1970-01-01. */
export function todayBy(clock: Clock): number {
  return Math.floor(clock().getTime() / DAY_MS)
}

export function asOf(res: Response): AsOf {
  return res.locals.asOf
}

/** The last day that the date may mean: "July 2025" is the end of July. @throws Refusal 400 */
export function knownDay(given: unknown): number | null {
  if (given === undefined || given === '') return null
  const read = typeof given === 'string' ? readOne(knownKind, given) : { fault: 'is given too often' }
  if ('fault' in read) throw new Refusal(400, `Known ${read.fault}.`)
  const edtf = parseEdtf(read.value)
  const day = edtf ? boundsOf(edtf).latest : OPEN
  if (Math.abs(day) === OPEN) throw new Refusal(400, 'Known must be a date with an end, such as 2025-07-24.')
  return day
}
