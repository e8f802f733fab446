import type { Fields } from '../fields/kind.ts'
import { choice, text, whole } from '../fields/kinds.ts'
import { askedOf, type Query, refuseStrangers } from '../web/query.ts'
import { MOST } from './found-reads.ts'
import { type FoundKind, foundKinds } from './kinds.ts'

export const PAGE_SIZE = 50

const filterFields = {
  q: text({ label: 'Words', max: 200 }),
  kind: choice({ label: 'Kind', of: foundKinds }),
  page: whole({ label: 'Page', min: 1, max: MOST / PAGE_SIZE }),
} satisfies Fields

export interface SearchFilter {
  q: string
  /** Null for all kinds, some of each. */
  kind: FoundKind | null
  page: number
}

/** @throws Refusal 400 for a name or value it does not know */
export function readSearch(query: Query, besides: readonly string[] = []): SearchFilter {
  refuseStrangers(query, [...Object.keys(filterFields), ...besides])
  const asked = askedOf(filterFields, Object.keys(filterFields), query)
  return { q: '', kind: null, page: 1, ...asked } as SearchFilter
}

export function searchPath(
  { q, kind = null, page = 1 }: Partial<SearchFilter>,
  besides: Record<string, string> = {},
  path = '/search',
): string {
  const pairs = {
    ...(q ? { q } : {}),
    ...(kind ? { kind } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
    ...besides,
  }
  const query = new URLSearchParams(pairs)
  return query.size === 0 ? path : `${path}?${query}`
}
