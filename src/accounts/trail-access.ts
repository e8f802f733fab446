import type { ErrorRequestHandler } from 'express'
import { atomically } from '../db/atomically.ts'
import type { House } from '../web/house.ts'
import { addressOf, tally } from '../web/throttle.ts'
import { audit } from './audit-writes.ts'
import { Barred } from './barred.ts'

/** So many lines of one sort, by one person from one place, in a quarter of an hour: the trail cannot be flooded. */
const MOST = 30

/** Writes refusals to the audit trail on their way to the error page. Where it cannot be written they are refused all the same. */
export function keepRefusals({ db, clock, log }: House): ErrorRequestHandler {
  const count = tally()
  return async (error, req, res, next) => {
    if (error instanceof Barred) {
      const { who, event, detail } = error.line
      const times = await count(`${event} ${who} ${addressOf(req)}`)
      const said = times === MOST ? `${detail}; more of these are not written for a while` : detail
      if (times <= MOST)
        await atomically(db, (db) => audit(db, { who, clock }, event, said)).catch((err) =>
          log.error({ err, request: res.locals.requestId }, 'a refusal is missing from the audit trail'),
        )
    }
    next(error)
  }
}
