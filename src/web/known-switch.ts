import type { NextFunction, Request, Response } from 'express'
import { sayDateWithWeekday } from '../kernel/say-date.ts'
import { textFault } from '../kernel/text.ts'
import { asOf } from './as-of.ts'
import type { KnownSwitch } from './render.ts'
import { ownPath } from './request.ts'
import { viewAddress } from './view-bar.ts'

/** `known` is the day that the address asks for, ISO 8601; null for today. */
export function knownSwitch(req: Request, known: string | null): KnownSwitch {
  const [asked = '/', query = ''] = req.originalUrl.split(/\?(.*)/s)
  const path = ownPath(asked)
  const carried = [...new URLSearchParams(query)].flatMap(([name, value]) =>
    name === 'known' || textFault(name + value) ? [] : [{ name, value }],
  )
  const rest = new URLSearchParams(carried.map(({ name, value }) => [name, value])).toString()
  return {
    iso: known,
    words: known === null ? 'today' : sayDateWithWeekday(known),
    isPast: known !== null,
    today: path + (rest === '' ? '' : `?${rest}`),
    since: sinceOf(path),
    path,
    carried,
  }
}

/** What changed since: on a round or a process, there. */
function sinceOf(path: string): string {
  const [, kind, key] = /^\/(rounds|processes)\/([\w-]+)/.exec(path) ?? []
  if (!kind || !key) return '/since'
  return `/since?${kind === 'rounds' ? 'round' : 'process'}=${key}`
}

/** Whoever shows the page knows the day that its address asks for. Runs after that is read. */
export function switchKnown(req: Request, res: Response, next: NextFunction): void {
  const { known } = asOf(res)
  Object.assign(res.locals.chrome, { known: knownSwitch(req, known), view: viewAddress(req, asOf(res)) })
  next()
}
