import type { ErrorRequestHandler, RequestHandler } from 'express'
import { Gone } from '../kernel/fault.ts'
import { pathOfKind } from '../sources/paths.ts'
import type { House } from '../web/house.ts'
import { ownPath } from '../web/request.ts'
import { survivorOf, survivorsAmong } from './merger-reads.ts'

/**
 * Whatever room misses a record that was merged into another, its address leads to the same place of that one. Nobody
 * is to remember it: a merging can be undone.
 */
export function followMergers({ db }: Pick<House, 'db'>): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (!(error instanceof Gone) || req.method === 'POST') return next(error)
    const { record, key } = error
    const survivor = await survivorOf(db, record, key)
    const place = survivor === null ? null : samePlace(req.originalUrl, record, String(key), String(survivor))
    if (place === null) return next(error)
    res.set('Cache-Control', 'no-store').redirect(301, place)
  }
}

/** The address with one record in the place of another; null where it names the record nowhere. */
function samePlace(address: string, record: string, key: string, survivor: string): string | null {
  const [path = '', search = ''] = address.split('?')
  const steps = path.split('/')
  const at = steps.findIndex((step, at) => at > 1 && (step === key || step.startsWith(`${key}.`)))
  const isOfKind = steps[1]?.toLowerCase() === pathOfKind(record)
  if (isOfKind && at > 0) {
    steps[at] = survivor + (steps[at] ?? '').slice(key.length)
    return search === '' ? steps.join('/') : `${steps.join('/')}?${search}`
  }
  const query = new URLSearchParams(search)
  const name = query.get('record') === record ? 'id' : isOfKind ? 'into' : ''
  if (query.get(name) !== key) return null
  query.set(name, survivor)
  return `${path}?${query}`
}

/** The names by which lists are narrowed to what belongs to a record; each is its kind as well. */
const narrowing = ['process', 'track', 'party', 'person', 'venue', 'source', 'issue']

/** A list that was narrowed to a record is narrowed to the one that stands for it: one link stays one view. */
export function followNarrowed({ db }: Pick<House, 'db'>): RequestHandler {
  return async (req, res, next) => {
    if (req.method === 'POST') return next()
    const query = new URLSearchParams(req.originalUrl.split('?')[1])
    let isMoved = false
    for (const name of narrowing.filter((name) => query.has(name))) {
      const keys = query.getAll(name)
      const survivors = await survivorsAmong(db, name, keys.slice(0, 100))
      if (survivors.size === 0) continue
      isMoved = true
      query.delete(name)
      for (const key of new Set(keys.map((key) => survivors.get(key) ?? key))) query.append(name, key)
    }
    if (isMoved) res.set('Cache-Control', 'no-store').redirect(301, ownPath(`${req.path}?${query}`))
    else next()
  }
}
