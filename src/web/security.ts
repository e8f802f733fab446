import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { Refusal } from '../kernel/fault.ts'
import { bodyOf } from './request.ts'

/** Headers for every answer. Nothing is loaded from elsewhere; scripts carry the nonce of their page. */
export function secureHeaders(): RequestHandler[] {
  const nonce = (_req: Request, res: Response, next: NextFunction) => {
    res.locals.nonce = randomBytes(16).toString('base64')
    next()
  }
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [(_req, res) => `'nonce-${(res as Response).locals.nonce}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  return [nonce, headers]
}

const NOBODY = "frame-ancestors 'none'"

/** Anybody may show this answer in a frame of theirs. Only for a page that knows nobody and changes nothing. */
export function letFrame(res: Response): void {
  const policy = String(res.get('Content-Security-Policy'))
  res.removeHeader('X-Frame-Options')
  res.set(
    'Content-Security-Policy',
    policy.replace(NOBODY, 'frame-ancestors *').replace("form-action 'self'", "form-action 'none'"),
  )
}

/** For a file with a style of its own, and nothing else that a browser would fetch or run. */
export function onlyStyledBy(res: Response, style: string): void {
  const hash = createHash('sha256').update(style).digest('base64')
  res.set('Content-Security-Policy', `default-src 'none'; style-src 'sha256-${hash}'; ${NOBODY}`)
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Requests that change something must come from our own pages, by what the browser says of their origin,
 * and carry the session's own token.
 */
export function refuseForeign(req: Request, _res: Response, next: NextFunction): void {
  if (SAFE.has(req.method)) return next()
  if (!isOwnOrigin(req)) throw new Refusal(403, 'This form was sent from another site, so it was not read.')
  next()
}

function isOwnOrigin(req: Request): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return false
  const origin = req.get('origin')
  const own = originOf(req)
  return origin === undefined || (URL.canParse(own) && new URL(own).origin === origin)
}

/** Where this site is, as whoever asks has it. */
export function originOf(req: Request): string {
  return `${schemeOf(req)}://${req.get('host')}`
}

/** A proxy that speaks TLS for us says so; it is the same word that makes the cookie Secure. */
function schemeOf(req: Request): string {
  return req.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ? 'https' : 'http'
}

/** Runs after the body is read. */
export function refuseWithoutToken(req: Request, _res: Response, next: NextFunction): void {
  if (SAFE.has(req.method) || holdsToken(req)) return next()
  throw new Refusal(403, 'This form is too old or was not ours: go back, reload the page and send it again.')
}

/** Whether the form carries the token of its session. */
export function holdsToken(req: Request): boolean {
  const token = req.session?.token
  const sent = bodyOf(req)._token
  return typeof token === 'string' && typeof sent === 'string' && sameText(token, sent)
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
