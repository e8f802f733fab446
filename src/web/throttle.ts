import type { Request, RequestHandler, Response } from 'express'
import { MemoryStore, type Options, rateLimit } from 'express-rate-limit'
import type { Refusal } from '../kernel/fault.ts'

const WINDOW = 15 * 60_000

/** So many failures are answered; then none for a while, not even of one who would now succeed. */
export function throttle(
  limit: number,
  key: (req: Request, res: Response) => string,
  refusal: (res: Response) => Refusal,
): RequestHandler {
  return rateLimit({
    windowMs: WINDOW,
    limit,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    keyGenerator: key,
    handler: (_req, res) => {
      throw refusal(res as Response)
    },
  })
}

/** The connection itself: a forged forwarding header does not change it. */
export function addressOf(req: Request): string {
  return req.socket.remoteAddress ?? ''
}

/** How often this has happened within a quarter of an hour. */
export function tally(): (key: string) => Promise<number> {
  const counts = new MemoryStore()
  counts.init({ windowMs: WINDOW } as Options)
  return async (key) => (await counts.increment(key)).totalHits
}
