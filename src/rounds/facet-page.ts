import type { Db } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import { turns } from '../web/paging.ts'
import type { Query } from '../web/query.ts'
import { viewBar } from '../web/view-bar.ts'
import { type FacetName, UNKNOWN } from './census/facets.ts'
import { without } from './chips.ts'
import { type Pairs, pairsOf, valuesAsked } from './facet-asked-page.ts'
import { facetLists, roundsList } from './facet-lists.ts'
import { type FacetValue, labelled } from './facets.ts'
import { type Filter, filterFields, queryOf } from './filter.ts'
import { filterForm } from './filter-form.ts'

const PAGE_SIZE = 100
/** So many years stand in one row; more are parted by decade. */
const FEW_YEARS = 30

/** All values of a facet under the other filters, with the rounds of each, and a link that adds it or takes it away. */
export async function facetPage(db: Db, given: string, query: Query) {
  const { name, named, on, lanes, filter, page, found } = await valuesAsked(db, given, query)
  const besides: Pairs = [...pairsOf({ on }), ...lanes]
  const end = page * PAGE_SIZE
  const values = await labelled(db, name, filter, found.slice(end - PAGE_SIZE, end))
  const path = `/rounds/facets/${name}`
  const title = `Rounds by ${filterFields[name].label.toLowerCase()}`
  const { sentence } = await filterForm(db, filter, '/rounds')
  const words = sentence(named === '' ? title : `${title}, named ${named}`)
  const countWords = counted(found.length, 'value')
  const table = { path, query: addressOf('', filter, pairsOf({ named })), columns: '/codebook#facets' }
  const back = facetLists[on] ?? roundsList
  const list = (query: Partial<Filter>) => addressOf(back.path, query, lanes)
  return {
    title,
    view: viewBar(words, countWords, found.length === 0 ? null : table),
    lead: back.lead,
    crumbs: [{ label: back.label, href: list(filter) }],
    path,
    named,
    isNamed: named !== '',
    plain: addressOf(path, filter, besides),
    carried: [...new URLSearchParams(queryOf(filter)), ...besides].map(([name, value]) => ({ name, value })),
    countWords,
    list: { isEmpty: values.length === 0 },
    groups: groupsOf(
      name,
      found.length,
      values.map((one) => ({ ...one, href: list(turned(filter, name, one)) })),
    ),
    pages: turns(page, found.length > end, (page) =>
      addressOf(path, { ...filter, page }, [...besides, ...pairsOf({ named })]),
    ),
  }
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
