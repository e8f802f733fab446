import type { Fields } from '../fields/kind.ts'
import { choice, date, pattern, ref, text, whole } from '../fields/kinds.ts'
import { boundsOf, parseEdtf } from '../kernel/edtf.ts'
import { Refusal } from '../kernel/fault.ts'
import { formats, outcomeLevels } from '../kernel/vocabulary.ts'
import { askedOf, type Query, refuseStrangers } from '../web/query.ts'
import { roundStatuses, thirdPartyRoles } from './fields.ts'

/** What a round may hold: a field of it, or of a part of it, that is so sourced. */
export const evidences = ['disputed', 'inference', 'unsourced'] as const
const sorts = ['-date', 'date', 'title'] as const

/** The names that every list of rounds takes in its address. A name given twice means either. */
export const filterFields = {
  q: text({ label: 'Words', max: 200 }),
  process: pattern({ label: 'Process', matching: /^[a-z0-9]+(-[a-z0-9]+)*$/, like: 'oslo-channel' }),
  track: ref('track', { label: 'Track' }),
  party: ref('party', { label: 'Party' }),
  role: choice({ label: 'Third party as', of: thirdPartyRoles }),
  person: ref('person', { label: 'Person' }),
  mediator: pattern({ label: 'Mediator', matching: /^(party|person)-[1-9][0-9]{0,8}$/, like: 'person-12' }),
  venue: ref('venue', { label: 'Venue' }),
  country: pattern({ label: 'Country', matching: /^[A-Z]{2}$/, like: 'TR' }),
  format: choice({ label: 'Format', of: formats }),
  status: choice({ label: 'Status', of: roundStatuses }),
  issue: pattern({ label: 'Issue', matching: /^[a-z0-9]+(-[a-z0-9]+)*$/, like: 'ceasefire' }),
  outcome: choice({ label: 'Outcome', of: outcomeLevels }),
  source: ref('source', { label: 'Source' }),
  evidence: choice({ label: 'Evidence', of: evidences }),
  year: pattern({ label: 'Year', matching: /^(0|-?[1-9][0-9]{0,6})$/, like: '2025' }),
  from: date({ label: 'From' }),
  to: date({ label: 'To' }),
  sort: choice({ label: 'Order', of: sorts }),
  page: whole({ label: 'Page', min: 1, max: 1_000_000 }),
} satisfies Fields

type Name = keyof typeof filterFields
const single: Name[] = ['q', 'from', 'to', 'sort', 'page']

/** A question put to the rounds. Lists are "any of"; different names are "and". */
export interface Filter {
  q: string | null
  process: string[]
  track: number[]
  party: number[]
  /** Of a third party. */
  role: string[]
  person: number[]
  mediator: string[]
  venue: number[]
  country: string[]
  format: string[]
  status: string[]
  /** Codes. */
  issue: string[]
  /** How firmly an outcome is known. */
  outcome: string[]
  source: number[]
  evidence: string[]
  /** Astronomical: 0 is 1 BCE. */
  year: string[]
  /** EDTF; a round is in where it may have overlapped the span. */
  from: string | null
  to: string | null
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
