import { choice, whole } from '../fields/kinds.ts'
import { askedOf, type Query, refuseStrangers } from '../web/query.ts'
import { type Manner, manners } from './meeting.ts'

const sorts = ['often', 'latest'] as const

const names = {
  as: choice({ label: 'As', of: manners }),
  sort: choice({ label: 'Order', of: sorts }),
  page: whole({ label: 'Page', min: 1, max: 10_000 }),
}

/** What the address asks of a list of encounters. */
export interface AskedEncounters {
  as: Manner
  sort: (typeof sorts)[number]
  page: number
}

/** @throws Refusal 400 */
export function readEncounters(query: Query, besides: readonly string[] = []): AskedEncounters {
  refuseStrangers(query, [...Object.keys(names), ...besides])
  const none = { as: 'across', sort: 'often', page: 1 }
  return { ...none, ...askedOf(names, Object.keys(names), query) } as AskedEncounters
}

/** The same as a query string, without what is as it would be anyway. */
export function encountersQuery({
  as = 'across',
  sort = 'often',
  page = 1,
}: Partial<AskedEncounters>): string {
  const pairs = [
    ...(as === 'across' ? [] : [['as', as]]),
    ...(sort === 'often' ? [] : [['sort', sort]]),
    ...(page === 1 ? [] : [['page', String(page)]]),
  ]
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
