import type { NextFunction, Request, Response } from 'express'
import { Refusal } from '../kernel/fault.ts'

/** The id in an address: digits, from 1 to 2^53 - 1; anything else is no record of ours. */
export function idIn(text: string | undefined): number {
  const id = /^[1-9]\d{0,15}$/.test(text ?? '') ? Number(text) : 0
  if (!Number.isSafeInteger(id) || id < 1) throw new Refusal(404, 'There is no such page.')
  return id
}

/** Percent signs that spell no UTF-8 are refused, in the address as in a form, before anything is read from them. */
export function refuseMalformed(req: Request, _res: Response, next: NextFunction): void {
  if (!spellsText(req.originalUrl))
    throw new Refusal(400, 'The address holds characters that cannot be read.')
  next()
}

export function verifyForm(_req: unknown, _res: unknown, body: Buffer): void {
  if (!spellsText(body.toString('latin1')))
    throw new Refusal(400, 'The form holds characters that cannot be read.')
}

function spellsText(encoded: string): boolean {
  try {
    decodeURIComponent(encoded)
    return true
  } catch {
    return false
  }
}

/** A form body: names to the texts typed. */
export function bodyOf(req: Request): Record<string, unknown> {
  return (req.body ?? {}) as Record<string, unknown>
}

/** A path within this site, or the fallback: no redirect ever leads elsewhere. */
export function ownPath(text: unknown, fallback = '/'): string {
  if (typeof text !== 'string' || !/^\/[^/\\]/.test(text) || /[\\\s\p{Cc}]/u.test(text)) return fallback
  const url = new URL(text, 'http://own.invalid')
  return url.host === 'own.invalid' ? url.pathname + url.search : fallback
}
