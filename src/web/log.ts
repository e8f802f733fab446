import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import type { Logger } from 'pino'

/** One line per request, with an id that the answer and an error page carry too. Neither bodies nor query strings are logged. */
export function requestLog(log: Logger) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const requestId = randomBytes(6).toString('hex')
    const began = performance.now()
    res.locals.requestId = requestId
    res.set('X-Request-Id', requestId)
    res.on('close', () => {
      const ms = Math.round(performance.now() - began)
      log.info(
        {
          request: requestId,
          method: req.method,
          path: req.path,
          status: res.statusCode,
          ms,
          whole: res.writableFinished,
        },
        'request',
      )
    })
    next()
  }
}
