import { whole } from '../fields/kinds.ts'
import { type Query, refuseStrangers, valuesOf } from './query.ts'

const PAGE_SIZE = 100
const numberField = whole({ label: 'Page', min: 1, max: 9999 })

export interface PageLink {
  label: string
  href: string
  isCurrent: boolean
}

/** The links under a list. */
export interface Pages {
  hasPages: boolean
  pages: PageLink[]
}

/** A page of a list that is turned without its length. */
interface Paged<T> extends Pages {
  rows: T[]
  isEmpty: boolean
}

/** The page asked for, in an address that takes no other name but these. @throws Refusal 400 */
export function pageIn(query: Query, besides: readonly string[] = []): number {
  refuseStrangers(query, ['page', ...besides])
  return numberIn(query, 'page')
}

/** The number of the page asked for, by this name. @throws Refusal 400 */
export function numberIn(query: Query, name: string): number {
  return valuesOf({ [name]: numberField }, [name], name, query[name])[0] ?? 1
}

/** One row more than a page shows: so it is known whether another page follows. */
export function sliceOf(page: number): { limit: number; offset: number } {
  return { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }
}

export function paged<T>(rows: T[], page: number, path: string): Paged<T> {
  return {
    rows: rows.slice(0, PAGE_SIZE),
    isEmpty: rows.length === 0,
    ...turns(page, rows.length > PAGE_SIZE, numbered(path)),
  }
}

/** To the page before and the page after. `last` where it is known: the current page then says of how many it is one. */
export function turns(
  at: number,
  hasNext: boolean,
  href: (page: number) => string,
  last: number | null = null,
): Pages {
  const link = (to: number, label: string) => ({ label, href: href(to), isCurrent: to === at })
  return {
    hasPages: at > 1 || hasNext,
    pages: [
      ...(at > 1 ? [link(Math.min(at - 1, last ?? at), 'Previous')] : []),
      link(at, last === null ? `Page ${at}` : `Page ${at} of ${last}`),
      ...(hasNext ? [link(at + 1, 'Next')] : []),
    ],
  }
}

/** Addresses of the pages of a list, the first without a number; `asked` is what else they say. */
export function numbered(path: string, name = 'page', asked: ReadonlyArray<[string, string]> = []) {
  return (page: number): string => {
    const query = new URLSearchParams([...asked, ...(page === 1 ? [] : [[name, String(page)]])] as string[][])
    return query.size === 0 ? path : `${path}?${query}`
  }
}
