import { sayDate } from '../kernel/say-date.ts'
import type { FacetName } from './census/facets.ts'
import type { Facet } from './facets.ts'
import { type Filter, queryOf } from './filter.ts'

/** A filter that is set, in words. */
export interface Chip {
  label: string
  /** The same list without it. */
  href: string
}

/** One for each filter in force. `facets` hold the names of what is chosen of them. */
export function chipsOf(filter: Filter, path: string, facets: Facet[]): Chip[] {
  return [...facets.flatMap((facet) => facetChips(filter, path, facet)), ...plainChips(filter, path)]
}

function facetChips(filter: Filter, path: string, { name, label, values }: Facet): Chip[] {
  return values
    .filter(({ isChosen }) => isChosen)
    .map((one) => ({
      label: `${label}: ${one.label}`,
      href: path + queryOf(without(filter, name, one.value)),
    }))
}

function plainChips(filter: Filter, path: string): Chip[] {
  const chip = (name: 'q' | 'from' | 'to', say: (value: string) => string): Chip[] => {
    const value = filter[name]
    if (value === null) return []
    return [{ label: say(value), href: path + queryOf({ ...filter, [name]: null, page: 1 }) }]
  }
  const certain: Chip = {
    label: 'Certainly within these dates',
    href: path + queryOf({ ...filter, within: 'possibly', page: 1 }),
  }
  return [
    ...chip('q', (words) => `Words: ${words}`),
    ...chip('from', (date) => `From ${sayDate(date)}`),
    ...chip('to', (date) => `To ${sayDate(date)}`),
    ...(filter.within === 'certainly' ? [certain] : []),
  ]
}

/** The filter without this value of the facet. */
export function without(filter: Filter, name: FacetName, value: string): Filter {
  const others = (filter[name] as Array<string | number>).filter((one) => String(one) !== value)
  return { ...filter, page: 1, [name]: others }
}

/** The filters in force as phrases: "process: Oslo channel or Camp David summit", "from 1993". */
export function saidOf(filter: Filter, facets: Facet[]): string[] {
  const chosen = facets.filter((facet) => facet.chosen > 0)
  return [
    ...chosen.map(({ label, values }) => {
      const named = values.flatMap((one) => (one.isChosen ? [one.label] : []))
      return `${lower(label)}: ${named.join(' or ')}`
    }),
    ...plainChips(filter, '').map(({ label }) => lower(label)),
  ]
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
