import { isUtf8 } from 'node:buffer'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { Refusal } from '../kernel/fault.ts'

const METHODS = ['GET', 'HEAD', 'POST']

/** The id in an address: digits, from 1 to 2^53 - 1; anything else is no record of ours. */
export function idIn(text: unknown): number {
  const id = typeof text === 'string' && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0
  if (!Number.isSafeInteger(id) || id < 1) throw new Refusal(404, 'There is no such page.')
  return id
}

/** What is no plain path, or has percent signs that spell no UTF-8, is refused before anything is read from it. */
export function refuseMalformed(req: Request, res: Response, next: NextFunction): void {
  if (!/^\/[!-~]*$/.test(req.originalUrl) || !spellsText(req.originalUrl))
    throw new Refusal(400, 'The address holds characters that cannot be read.')
  if (req.httpVersion === '1.1' && req.headers.host === undefined)
    throw new Refusal(400, 'The request does not say which host it is for.')
  if (METHODS.includes(req.method)) return next()
  res.set('Allow', METHODS.join(', '))
  if (req.method !== 'OPTIONS') throw new Refusal(405, 'Pages can be read, and forms sent; nothing else.')
  res.sendStatus(204)
}

/** The parser makes a 403 of what is thrown here; the error page knows it again by its type. */
export function verifyForm(_req: unknown, _res: unknown, body: Buffer): void {
  if (!isUtf8(body) || !spellsText(body.toString('latin1'))) throw new Error('not UTF-8')
}

function spellsText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded)
    return true
  } catch {
    return false
  }
}

/** What a program shows instead of a cookie, empty where it shows nothing; null where it is no such program. */
export function bearerOf(req: Request): string | null {
  const shown = /^bearer(?: +(.*))?$/i.exec(req.get('authorization') ?? '')
  return shown ? (shown[1]?.trim() ?? '') : null
}

/** What guards against forms that ride on a browser's cookie; a request with a token of its own does not. */
export function unlessBearer(guard: RequestHandler): RequestHandler {
  return (req, res, next) => (bearerOf(req) === null ? guard(req, res, next) : next())
}

/** A form body: names to the texts typed. */
export function bodyOf(req: Request): Record<string, unknown> {
  return (req.body ?? {}) as Record<string, unknown>
}

/** A path within this site, or the fallback: no redirect ever leads elsewhere. */
export function ownPath(text: unknown, fallback = '/'): string {
  if (typeof text !== 'string' || !isPath(text) || /[\\\s\p{Cc}]/u.test(text) || !spellsText(text))
    return fallback
  const { host, pathname, search } = new URL(text, 'http://own.invalid')
  // "/.//elsewhere" is resolved to "//elsewhere".
  return host === 'own.invalid' && isPath(pathname) ? pathname + search : fallback
}

function isPath(text: string): boolean {
  return /^\/(?![/\\])/.test(text)
}
