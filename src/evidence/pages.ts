import { Refusal } from '../kernel/fault.ts'
import { quotable } from '../kernel/text.ts'
import { pageIn } from '../web/paging.ts'

type Query = Record<string, unknown>

/** @throws Refusal 400 for a name that the address does not take */
export function refuseStrangers(query: Query, names: readonly string[]): void {
  const stranger = Object.keys(query).find((name) => ![...names, 'known'].includes(name))
  if (stranger !== undefined)
    throw new Refusal(
      400,
      `There is no filter named ${quotable(stranger)} here. This address takes ${[...names, 'known'].join(', ')}.`,
    )
}

/** The number of the page asked for, by this name. @throws Refusal 400 */
export function numberIn(query: Query, name: string): number {
  return pageIn({ page: query[name] })
}

/** Links to the page before and the page after; `asked` is what else the address says. */
export function pageLinks(
  path: string,
  asked: Array<[string, string]>,
  at: number,
  hasNext: boolean,
  name = 'page',
) {
  const link = (to: number, label: string) => {
    const query = new URLSearchParams([...asked, ...(to === 1 ? [] : [[name, String(to)]])] as string[][])
    return { label, href: query.size === 0 ? path : `${path}?${query}`, isCurrent: to === at }
  }
  return {
    hasPages: at > 1 || hasNext,
    pages: [
      ...(at > 1 ? [link(at - 1, 'Previous')] : []),
      link(at, `Page ${at}`),
      ...(hasNext ? [link(at + 1, 'Next')] : []),
    ],
  }
}
