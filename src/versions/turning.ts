/* Lists that grow at their head are turned by where a page ended: a number would mean another page tomorrow. */
import { whole } from '../fields/kinds.ts'
import type { Pages } from '../web/paging.ts'
import { type Query, valuesOf } from '../web/query.ts'

const AT_ONCE = 100
const before = whole({ label: 'Before', min: 1, max: Number.MAX_SAFE_INTEGER })

/** The number before which the page begins; null for the newest. @throws Refusal 400 */
export function beforeIn(query: Query): number | null {
  return valuesOf({ before }, ['before'], 'before', query.before)[0] ?? null
}

/** One more than a page shows: so it is known whether older ones follow. */
export function sliceFrom(before: number | null) {
  return { before, limit: AT_ONCE + 1 }
}

export function newestFirst<T extends { id: number }>(
  rows: T[],
  before: number | null,
  path: string,
  asked: ReadonlyArray<[string, string]> = [],
): { shown: T[]; pages: Pages } {
  const shown = rows.slice(0, AT_ONCE)
  const link = (label: string, more: Array<[string, string]>) => {
    const query = new URLSearchParams([...asked, ...more])
    return { label, href: query.size === 0 ? path : `${path}?${query}`, isCurrent: false }
  }
  const pages = [
    ...(before === null ? [] : [link('Newest', [])]),
    ...(rows.length > AT_ONCE ? [link('Older', [['before', String(shown.at(-1)?.id)]])] : []),
  ]
  return { shown, pages: { hasPages: pages.length > 0, pages } }
}
