import type { RequestHandler } from 'express'
import type { House } from '../web/house.ts'
import { bearerOf } from '../web/request.ts'
import { Barred } from './barred.ts'
import { SOMEBODY } from './events.ts'
import { seenNotes } from './seen.ts'
import { type ShownToken, tokenWith } from './token-reads.ts'
import { noteTokenUse } from './token-writes.ts'

/**
 * A program shows its token in a header, never in the address, where logs would keep it. From then on it is the
 * token's account that asks; a cookie that comes along is not looked at.
 */
export function tokens({ db, clock }: House): RequestHandler {
  const note = seenNotes()
  return async (req, res, next) => {
    const key = bearerOf(req)
    if (key === null) return next()
    const now = clock().getTime()
    const token = await tokenWith(db, key)
    const fault = faultOf(token, now)
    if (!token || fault) {
      res.set('WWW-Authenticate', 'Bearer error="invalid_token"')
      throw refused(401, token, fault, 'This token opens nothing: it is unknown, expired or revoked.')
    }
    if (token.scope === 'read' && req.method === 'POST')
      throw refused(403, token, 'may only read', 'This token may only read. To write, make one that may.')
    res.locals.account = { id: token.account_id, name: token.name, role: token.role }
    note(token.id, token.seen, now, () => noteTokenUse(db, token.id, now))
    next()
  }
}

function faultOf(token: ShownToken | undefined, now: number): string {
  if (!token) return 'unknown'
  if (token.revoked !== null) return 'revoked'
  if (token.expires !== null && token.expires <= now) return 'expired'
  return token.disabled ? 'account disabled' : ''
}

function refused(status: number, token: ShownToken | undefined, fault: string, sentence: string): Barred {
  const detail = token ? `${token.label}: ${fault}` : fault
  return new Barred(status, sentence, { who: token?.name ?? SOMEBODY, event: 'token refused', detail })
}
