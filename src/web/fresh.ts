import { createHash, randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'

/** Answers with 304 where the browser has the reply to this very question; false where it wants one. */
export type Fresh = (req: Request, res: Response, question: unknown[]) => boolean

/** The question says all that the reply depends on. */
export function freshness(): Fresh {
  // An earlier run of the program numbered its states of the record anew.
  const run = randomUUID()
  return (req, res, question) => {
    const hash = createHash('sha256')
      .update(JSON.stringify([run, ...question]))
      .digest('base64url')
    res.set({ ETag: `W/"${hash.slice(0, 22)}"`, 'Cache-Control': 'private, no-cache' })
    if (!req.fresh) return false
    res.status(304).end()
    return true
  }
}
