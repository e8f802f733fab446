import type { ErrorRequestHandler } from 'express'
import { Gone } from '../kernel/fault.ts'
import { pathOfKind } from '../sources/paths.ts'
import type { House } from '../web/house.ts'
import { survivorOf } from './merger-reads.ts'

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
