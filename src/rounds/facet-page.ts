import { calledSo } from '../catalogue/called-reads.ts'
import type { Db } from '../db/tables.ts'
import type { Stored } from '../fields/kind.ts'
import { choice, text } from '../fields/kinds.ts'
import { notFound } from '../kernel/fault.ts'
import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import { turns } from '../web/paging.ts'
import { askedOf, type Query } from '../web/query.ts'
import { type FacetName, facetNames, UNKNOWN } from './census/facets.ts'
import { without } from './chips.ts'
import { facetLists, roundsList } from './facet-lists.ts'
import { countsOf, type FacetValue, inOrder, labelled } from './facets.ts'
import { type Filter, filterFields, queryOf, readFilter } from './filter.ts'
import { roundsMatching } from './matching.ts'

const PAGE_SIZE = 100
/** Names read for what was typed; more begin alike only where hardly anything was typed. */
const NAMES = 5000
/** So many years stand in one row; more are parted by decade. */
const FEW_YEARS = 30

/** Names of the page's own: how a value begins, and the list that it leads back to. */
const own = {
  named: text({ label: 'Named', max: 80 }),
  on: choice({ label: 'On', of: Object.keys(facetLists) }),
}
/** What that list takes besides its filters; it is not read here, only taken along. */
const laneNames = Object.fromEntries(
  ['lanes', 'open', 'hide', 'order', 'fold'].map((name) => [name, text({ label: 'Lanes', max: 80 })]),
)

/** All values of a facet under the other filters, with the rounds of each, and a link that adds it or takes it away. */
export async function facetPage(db: Db, given: string, query: Query) {
  const name = facetNames.find((one) => one === given) ?? notFound('facet', given.slice(0, 80))
  const asked = readFilter(query, Object.keys({ ...own, ...laneNames }))
  const { named = '', on = '' } = askedOf(own, Object.keys(own), query) as Record<string, string>
  const lanes = pairsOf(askedOf(laneNames, [], query))
  const besides: Pairs = [...pairsOf({ on }), ...lanes]
  const filter = { ...asked, page: 1 }
  const counts = countsOf(await roundsMatching(db, filter), filter, name)
  const found = inOrder(name, named === '' ? counts : await namedSo(db, name, counts, named))
  const end = asked.page * PAGE_SIZE
  const values = await labelled(db, name, filter, found.slice(end - PAGE_SIZE, end))
  const path = `/rounds/facets/${name}`
  const { label } = filterFields[name]
  const back = facetLists[on] ?? roundsList
  const list = (query: Partial<Filter>) => addressOf(back.path, query, lanes)
  return {
    title: `Rounds by ${label.toLowerCase()}`,
    crumbs: [{ label: back.label, href: list(filter) }],
    path,
    named,
    isNamed: named !== '',
    plain: addressOf(path, filter, besides),
    carried: [...new URLSearchParams(queryOf(filter)), ...besides].map(([name, value]) => ({ name, value })),
    countWords: counted(found.length, 'value'),
    list: { isEmpty: values.length === 0 },
    groups: groupsOf(
      name,
      found.length,
      values.map((one) => ({ ...one, href: list(turned(filter, name, one)) })),
    ),
    pages: turns(asked.page, found.length > end, (page) =>
      addressOf(path, { ...filter, page }, [...besides, ...pairsOf({ named })]),
    ),
  }
}

type Pairs = Array<[name: string, value: string]>

/** Names left empty are left out. */
function pairsOf(asked: Record<string, Stored | Stored[]>): Pairs {
  return Object.entries(asked).flatMap(([name, values]) =>
    [values].flat().flatMap((value): Pairs => (value ? [[name, String(value)]] : [])),
  )
}

function addressOf(path: string, filter: Partial<Filter>, besides: Pairs): string {
  const query = new URLSearchParams([...new URLSearchParams(queryOf(filter)), ...besides])
  return query.size === 0 ? path : `${path}?${query}`
}

/** The filter with the value, or without it where it is in force. */
function turned(filter: Filter, name: FacetName, { value, isChosen }: FacetValue): Partial<Filter> {
  return isChosen
    ? without(filter, name, value)
    : { ...filter, [name]: [...(filter[name] as unknown[]), value] }
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

interface Group<T> {
  /** Empty where the values are not parted. */
  heading: string
  values: T[]
}

/** Years by decade where they are many. */
function groupsOf<T extends FacetValue>(name: FacetName, count: number, values: T[]): Array<Group<T>> {
  if (name !== 'year' || count <= FEW_YEARS) return [{ heading: '', values }]
  const groups = groupBy(values, ({ value }) => (value === UNKNOWN ? '' : decadeOf(Number(value))))
  return [...groups].map(([heading, values]) => ({ heading, values }))
}

/** Astronomical: the years -9 to 0 are 10 to 1 BCE. */
function decadeOf(year: number): string {
  return year > 0
    ? `${Math.floor(year / 10) * 10}s`
    : `${Math.ceil((1 - year) / 10) * 10}–${Math.ceil((1 - year) / 10) * 10 - 9} BCE`
}
