import { calledSo } from '../catalogue/called-reads.ts'
import type { Db } from '../db/tables.ts'
import type { Stored } from '../fields/kind.ts'
import { choice, text } from '../fields/kinds.ts'
import { notFound } from '../kernel/fault.ts'
import { fold } from '../kernel/fold.ts'
import { askedOf, type Query } from '../web/query.ts'
import { type FacetName, facetNames } from './census/facets.ts'
import { facetLists } from './facet-lists.ts'
import { countsOf, inOrder, labelled } from './facets.ts'
import { type Filter, readFilter } from './filter.ts'
import { roundsMatching } from './matching.ts'

/** Names read for what was typed; more begin alike only where hardly anything was typed. */
const NAMES = 5000

/** Names of the page's own: how a value begins, and the list that it leads back to. */
const own = {
  named: text({ label: 'Named', max: 80 }),
  on: choice({ label: 'On', of: Object.keys(facetLists) }),
}
/** What that list takes besides its filters; it is not read here, only taken along. */
const back = Object.fromEntries(
  ['lanes', 'open', 'hide', 'order', 'fold'].map((name) => [name, text({ label: 'Lanes', max: 80 })]),
)

/** What an address of such values takes beside the filters of their rounds. */
export const valueNames = Object.keys({ ...own, ...back })

export type Pairs = Array<[name: string, value: string]>

/** What is asked of a facet, and the values that answer it, each with its rounds, in order. @throws Refusal 400 or 404 */
export async function valuesAsked(db: Db, given: unknown, query: Query, besides: readonly string[] = []) {
  const name = facetNames.find((one) => one === given) ?? notFound('facet', String(given).slice(0, 80))
  const asked = readFilter(query, [...valueNames, ...besides])
  const { named = '', on = '' } = askedOf(own, Object.keys(own), query) as Record<string, string>
  const lanes = pairsOf(askedOf(back, [], query))
  const filter: Filter = { ...asked, page: 1 }
  const counts = countsOf(await roundsMatching(db, filter), filter, name)
  const found = inOrder(name, named === '' ? counts : await namedSo(db, name, counts, named))
  return { name, named, on, lanes, filter, page: asked.page, found }
}

/** Names left empty are left out. */
export function pairsOf(asked: Record<string, Stored | Stored[]>): Pairs {
  return Object.entries(asked).flatMap(([name, values]) =>
    [values].flat().flatMap((value): Pairs => (value ? [[name, String(value)]] : [])),
  )
}

/** Records are found by any word of any name of theirs, few words of our own by their beginning too. */
async function namedSo(
  db: Db,
  name: FacetName,
  counts: Map<string, number>,
  typed: string,
): Promise<Map<string, number>> {
  const found = new Set((await keysCalled(db, name, typed)) ?? (await keysLabelled(db, name, counts, typed)))
  return new Map([...counts].filter(([value]) => found.has(value)))
}

async function keysCalled(db: Db, name: FacetName, typed: string): Promise<string[] | null> {
  const ids = async (record: 'party' | 'person' | 'venue' | 'source' | 'track') =>
    (await calledSo(db, record, typed, NAMES)).map(({ id }) => String(id))
  switch (name) {
    case 'party':
    case 'person':
    case 'venue':
    case 'source':
    case 'track':
      return ids(name)
    case 'mediator':
      return [
        ...(await ids('party')).map((id) => `party-${id}`),
        ...(await ids('person')).map((id) => `person-${id}`),
      ]
    default:
      return null
  }
}

async function keysLabelled(
  db: Db,
  name: FacetName,
  counts: Map<string, number>,
  typed: string,
): Promise<string[]> {
  const begun = ` ${fold(typed)}`
  const values = await labelled(db, name, null, [...counts].slice(0, NAMES))
  return values.filter(({ label }) => ` ${fold(label)}`.includes(begun)).map(({ value }) => value)
}
