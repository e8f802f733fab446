import type { Db } from '../db/tables.ts'
import { counted, sayNumber } from '../kernel/words.ts'
import { type FacetName, UNKNOWN } from './census/facets.ts'
import type { Count, Tally } from './census/tally.ts'
import { calledIn } from './facet-reads.ts'
import { saidByItself } from './facet-words.ts'
import { type Filter, filterFields } from './filter.ts'
import type { Matching } from './matching.ts'

/** Values of one facet, each with the rounds there are if it alone were chosen beside the other filters. */
export interface Facet {
  name: FacetName
  label: string
  /** Shown without being asked for. */
  isOpen: boolean
  /** How many of its values are in force. */
  chosen: number
  values: FacetValue[]
  /** Where all of them are; empty where none is left out. */
  more: string
  moreWords: string
}

export interface FacetValue {
  value: string
  label: string
  count: number
  number: string
  countWords: string
  isChosen: boolean
}

/** In the order of the page; whoever comes asks first which talks, where, and who. */
const order: FacetName[] = [
  'process',
  'country',
  'party',
  'person',
  'evidence',
  'issue',
  'year',
  'status',
  'outcome',
  'format',
  'track',
  'venue',
  'role',
  'mediator',
  'source',
]
const open: FacetName[] = ['process', 'country', 'party', 'person', 'evidence']
/** Values shown of each facet; those in force, and that nothing is known, beside them. */
const SHOWN = 7

/** The facets that tell rounds apart, each with its most frequent values. `page` is the address of all values of a facet. */
export async function facetsOf(
  db: Db,
  filter: Filter,
  matching: Matching,
  page: (facet: FacetName) => string,
): Promise<Facet[]> {
  const facets = await Promise.all(
    order.map(async (name): Promise<Facet> => {
      const counts = matching.tally(name, { otherwise: true })
      const shown = mostFrequent(name, filter, counts)
      const found = shown.filter(([, count]) => count > 0)
      return {
        name,
        label: filterFields[name].label,
        isOpen: open.includes(name) || filter[name].length > 0,
        chosen: filter[name].length,
        values: await labelled(db, name, filter, shown),
        more: found.length === counts.size ? '' : page(name),
        moreWords: `All ${sayNumber(counts.size)}…`,
      }
    }),
  )
  return facets.filter(({ values }) => values.length > 0)
}

/** A value that is in force is counted even where no round has it. */
export function countsOf(matching: Matching, filter: Filter, name: FacetName): Map<string, number> {
  const counts = new Map(matching.tally(name, { otherwise: true }))
  for (const value of filter[name].map(String)) if (!counts.has(value)) counts.set(value, 0)
  return counts
}

/** Years from the newest, all else from the most frequent; that nothing is known stands last. */
export function inOrder(name: FacetName, counts: Iterable<Count>): Count[] {
  return [...counts].sort(name === 'year' ? byYear : byCount)
}

function byCount([one, often]: Count, [other, seldom]: Count): number {
  return Number(one === UNKNOWN) - Number(other === UNKNOWN) || seldom - often || (one < other ? -1 : 1)
}

function byYear([one]: Count, [other]: Count): number {
  return Number(one === UNKNOWN) - Number(other === UNKNOWN) || Number(other) - Number(one)
}

/** Those in force first. */
function mostFrequent(name: FacetName, filter: Filter, counts: Tally): Count[] {
  const chosen = new Set(filter[name].map(String))
  const first = inOrder(
    name,
    [...chosen].map((value): Count => [value, counts.get(value)]),
  )
  const few = Math.max(0, SHOWN - chosen.size)
  const others = (name === 'year' ? newestOf(counts) : counts.mostFrequent(SHOWN + chosen.size))
    .filter(([value]) => value !== UNKNOWN && !chosen.has(value))
    .slice(0, few)
  const unknown = chosen.has(UNKNOWN) ? 0 : counts.get(UNKNOWN)
  return [...first, ...others, ...(unknown > 0 ? [[UNKNOWN, unknown] as const] : [])]
}

function newestOf(tally: Tally): Count[] {
  const years = tally.all().flatMap(([year]) => (year === UNKNOWN ? [] : Number(year)))
  return years.sort((one, other) => other - one).map((year) => [String(year), tally.get(String(year))])
}

/** The values as they are called, and which of them the filter chooses. */
export async function labelled(
  db: Db,
  name: FacetName,
  filter: Filter | null,
  counts: readonly Count[],
): Promise<FacetValue[]> {
  const chosen = new Set(filter?.[name].map(String))
  const asked = counts.flatMap(([value]) => (saidByItself(name, value) === null ? [value] : []))
  const called = await calledIn(db, name, asked)
  return counts.map(([value, count]) => ({
    value,
    label: saidByItself(name, value) ?? called.get(value) ?? value,
    count,
    number: sayNumber(count),
    countWords: counted(count, 'round'),
    isChosen: chosen.has(value),
  }))
}
