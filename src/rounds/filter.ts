import type { Fields, Kind, Stored } from '../fields/kind.ts'
import { choice, date, orWord, pattern, ref, text, whole } from '../fields/kinds.ts'
import { boundsOf, parseEdtf } from '../kernel/edtf.ts'
import { Refusal } from '../kernel/fault.ts'
import { formats, outcomeLevels } from '../kernel/vocabulary.ts'
import { statuses } from '../sources/status.ts'
import { askedOf, type Query, refuseStrangers } from '../web/query.ts'
import { UNKNOWN } from './census/facets.ts'
import { roundStatuses, thirdPartyRoles } from './fields.ts'

const sorts = ['-date', 'date', 'title'] as const
/** Dates may be uncertain: whether a round may have been then, or was then for certain. */
const readings = ['possibly', 'certainly'] as const

const known = <T extends Stored>(kind: Kind<T>) => orWord(kind, UNKNOWN)

/** The names that every list of rounds takes in its address. A name given twice means either; unknown is a value. */
export const filterFields = {
  q: text({ label: 'Words', max: 200 }),
  process: pattern({ label: 'Process', matching: /^[a-z0-9]+(-[a-z0-9]+)*$/, like: 'oslo-channel' }),
  track: ref('track', { label: 'Track' }),
  party: known(ref('party', { label: 'Party' })),
  role: known(choice({ label: 'Third party as', of: thirdPartyRoles })),
  person: known(ref('person', { label: 'Person' })),
  mediator: known(
    pattern({ label: 'Mediator', matching: /^(party|person)-[1-9][0-9]{0,8}$/, like: 'person-12' }),
  ),
  venue: known(ref('venue', { label: 'Venue' })),
  country: known(pattern({ label: 'Country', matching: /^[A-Z]{2}$/, like: 'TR' })),
  format: known(choice({ label: 'Format', of: formats })),
  status: choice({ label: 'Status', of: roundStatuses }),
  issue: known(pattern({ label: 'Issue', matching: /^[a-z0-9]+(-[a-z0-9]+)*$/, like: 'ceasefire' })),
  outcome: known(choice({ label: 'Outcome', of: outcomeLevels })),
  source: known(ref('source', { label: 'Source' })),
  evidence: known(choice({ label: 'Evidence', of: statuses })),
  year: known(pattern({ label: 'Year', matching: /^(0|-?[1-9][0-9]{0,6})$/, like: '2025' })),
  from: date({ label: 'From' }),
  to: date({ label: 'To' }),
  within: choice({ label: 'Within', of: readings }),
  sort: choice({ label: 'Order', of: sorts }),
  page: whole({ label: 'Page', min: 1, max: 1_000_000 }),
} satisfies Fields

type Name = keyof typeof filterFields
const single: Name[] = ['q', 'from', 'to', 'within', 'sort', 'page']

type IdOrUnknown = number | typeof UNKNOWN

/** Those that name a record. */
export function idsAmong(values: readonly IdOrUnknown[]): number[] {
  return values.filter((value) => value !== UNKNOWN)
}

/** A question put to the rounds. Lists are "any of"; different names are "and". */
export interface Filter {
  q: string | null
  process: string[]
  track: number[]
  party: IdOrUnknown[]
  /** Of a third party. */
  role: string[]
  person: IdOrUnknown[]
  mediator: string[]
  venue: IdOrUnknown[]
  country: string[]
  format: string[]
  status: string[]
  /** Codes. */
  issue: string[]
  /** How firmly an outcome is known. */
  outcome: string[]
  source: IdOrUnknown[]
  /** Statuses: a field of the round, or of a part of it, is so sourced. */
  evidence: string[]
  /** Astronomical: 0 is 1 BCE. */
  year: string[]
  /** EDTF. */
  from: string | null
  to: string | null
  /** Of dates and years: a round that may have overlapped them is in, or only one that lies in them whatever its date means. */
  within: (typeof readings)[number]
  sort: (typeof sorts)[number]
  page: number
}

export const everything: Filter = {
  q: null,
  process: [],
  track: [],
  party: [],
  role: [],
  person: [],
  mediator: [],
  venue: [],
  country: [],
  format: [],
  status: [],
  issue: [],
  outcome: [],
  source: [],
  evidence: [],
  year: [],
  from: null,
  to: null,
  within: 'possibly',
  sort: '-date',
  page: 1,
}

/** Reads a query string; names in `besides` are for the page itself. @throws Refusal 400 for a name or value it does not know */
export function readFilter(query: Query, besides: readonly string[] = []): Filter {
  refuseStrangers(query, [...Object.keys(filterFields), ...besides])
  return { ...everything, ...askedOf(filterFields, single, query) } as Filter
}

/** The filter of a list that belongs to one record: it takes every name but the record's own. @throws Refusal 400 */
export function filterWithin(
  own: Partial<Filter>,
  query: Query,
  besides: readonly string[] = [],
): { asked: Filter; whole: Filter } {
  const taken = Object.keys(own).find((name) => Object.hasOwn(query, name))
  if (taken) throw new Refusal(400, `This list is of one ${taken} already: leave out the filter ${taken}.`)
  const asked = readFilter(query, besides)
  return { asked, whole: { ...asked, ...own } }
}

/** Whether the filter asks for days or years. */
export function isDated({ from, to, year }: Filter): boolean {
  return from !== null || to !== null || year.length > 0
}

/** First and last day asked for, in days since 1970-01-01. */
export function spanOf({ from, to }: Pick<Filter, 'from' | 'to'>): {
  first: number | null
  last: number | null
} {
  const bound = (text: string | null, side: 'earliest' | 'latest') => {
    const read = text === null ? null : parseEdtf(text)
    return read ? boundsOf(read)[side] : null
  }
  return { first: bound(from, 'earliest'), last: bound(to, 'latest') }
}

/** The filter as a query string, without what is as it would be anyway. */
export function queryOf(filter: Partial<Filter>, besides: Record<string, string> = {}): string {
  const pairs = Object.entries(filter).flatMap(([name, value]) => {
    if (value === null || value === everything[name as Name]) return []
    return (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)])
  })
  const query = new URLSearchParams([...pairs, ...Object.entries(besides)]).toString()
  return query === '' ? '' : `?${query}`
}
