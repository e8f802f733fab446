import type { Request } from 'express'
import { sayDateWithWeekday } from '../kernel/say-date.ts'
import type { KnownSwitch } from './render.ts'

/** `known` is the day that the address asks for, ISO 8601; null for today. */
export function knownSwitch(req: Request, known: string | null): KnownSwitch {
  const { pathname, searchParams } = new URL(req.originalUrl, 'http://own.invalid')
  const carried = [...searchParams].flatMap(([name, value]) => (name === 'known' ? [] : [{ name, value }]))
  const query = new URLSearchParams(carried.map(({ name, value }) => [name, value])).toString()
  return {
    iso: known,
    words: known === null ? 'today' : sayDateWithWeekday(known),
    isPast: known !== null,
    today: pathname + (query === '' ? '' : `?${query}`),
    path: pathname,
    carried,
  }
}
