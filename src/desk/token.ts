import { randomBytes } from 'node:crypto'

/** Marks one showing of a form, however often it is sent. */
export function newToken(): string {
  return randomBytes(18).toString('base64url')
}

export function tokenIn(sent: unknown): string {
  return typeof sent === 'string' && /^[\w-]{20,60}$/.test(sent) ? sent : newToken()
}
