import type { Db } from '../db/tables.ts'
import { Refusal } from '../kernel/fault.ts'
import { idsOf } from '../kernel/ids.ts'
import { sayDate } from '../kernel/say-date.ts'
import { quotable } from '../kernel/text.ts'
import { theParty } from '../parties/reads.ts'
import type { StandsAsked } from '../proposals/stand-reads.ts'
import { type Filter, queryOf, readFilter, spanOf } from '../rounds/filter.ts'
import { theProcess } from './reads.ts'

const names = ['party', 'process', 'from', 'to', 'page', 'known'] as const
type StandFilterName = (typeof names)[number] | 'flavour'

/** Reads the filters of a list of stands. @throws Refusal 400 for a name or value it does not know */
export function readStandFilter(
  query: Record<string, unknown>,
  taken: readonly StandFilterName[] = names,
): Filter {
  const stranger = Object.keys(query).find((name) => !(taken as readonly string[]).includes(name))
  if (stranger !== undefined)
    throw new Refusal(
      400,
      `There is no filter named ${quotable(stranger)} here. The filters are ${taken.join(', ')}.`,
    )
  return readFilter(query, ['flavour'])
}

/** @throws Refusal 404 or 410 where the filter names a process or a party that does not stand */
export async function standsAsked(db: Db, filter: Filter): Promise<StandsAsked> {
  const [processes] = await Promise.all([
    Promise.all(filter.process.map((slug) => theProcess(db, slug))),
    Promise.all(filter.party.map((id) => theParty(db, id))),
  ])
  return { process: idsOf(processes), party: filter.party, ...spanOf(filter) }
}

/** The line of filters over the list. */
export function formOf(
  path: string,
  filter: Filter,
  parties: Array<{ id: number; name: string }>,
  processes: Array<{ slug: string; title: string }>,
) {
  const drop = (label: string, name: 'party' | 'process', options: Array<[string, string]>) => {
    const chosen = new Set(filter[name].map(String))
    return {
      label,
      name,
      chosen: chosen.size,
      isSet: chosen.size > 0,
      options: options.map(([value, label]) => ({ value, label, isChosen: chosen.has(value) })),
    }
  }
  return {
    path,
    from: filter.from ? sayDate(filter.from) : '',
    to: filter.to ? sayDate(filter.to) : '',
    drops: [
      drop(
        'Party',
        'party',
        parties.map(({ id, name }) => [String(id), name]),
      ),
      drop(
        'Process',
        'process',
        processes.map(({ slug, title }) => [slug, title]),
      ),
    ],
  }
}

/** `hasNext` where a row more was found than the page shows. */
export function pagesOf(path: string, filter: Filter, hasNext: boolean) {
  const link = (page: number, label: string) => ({
    label,
    href: path + queryOf({ ...filter, page }),
    isCurrent: page === filter.page,
  })
  return {
    hasPages: hasNext || filter.page > 1,
    pages: [
      ...(filter.page > 1 ? [link(filter.page - 1, 'Previous')] : []),
      link(filter.page, `Page ${filter.page}`),
      ...(hasNext ? [link(filter.page + 1, 'Next')] : []),
    ],
  }
}
