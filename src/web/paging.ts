import { Refusal } from '../kernel/fault.ts'
import { quotable } from '../kernel/text.ts'

const PAGE_SIZE = 100

/** A page of a list whose length nobody counts. */
interface Paged<T> {
  rows: T[]
  isEmpty: boolean
  hasPages: boolean
  pages: Array<{ label: string; href: string; isCurrent: boolean }>
}

/** The page asked for, in an address that takes no other name. @throws Refusal 400 */
export function pageIn(query: Record<string, unknown>): number {
  const stranger = Object.keys(query).find((name) => name !== 'page' && name !== 'known')
  if (stranger !== undefined)
    throw new Refusal(
      400,
      `There is no filter named ${quotable(stranger)} here. This list takes only page and known.`,
    )
  const typed = query.page ?? '1'
  if (typeof typed !== 'string' || !/^[1-9]\d{0,3}$/.test(typed))
    throw new Refusal(400, 'Page must be a whole number from 1 to 9999.')
  return Number(typed)
}

/** One row more than a page shows: so it is known whether another page follows. */
export function sliceOf(page: number): { limit: number; offset: number } {
  return { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }
}

export function paged<T>(rows: T[], page: number, path: string): Paged<T> {
  const link = (to: number, label: string) => ({
    label,
    href: to === 1 ? path : `${path}?page=${to}`,
    isCurrent: to === page,
  })
  const hasNext = rows.length > PAGE_SIZE
  return {
    rows: rows.slice(0, PAGE_SIZE),
    isEmpty: rows.length === 0,
    hasPages: page > 1 || hasNext,
    pages: [
      ...(page > 1 ? [link(page - 1, 'Previous')] : []),
      link(page, `Page ${page}`),
      ...(hasNext ? [link(page + 1, 'Next')] : []),
    ],
  }
}
