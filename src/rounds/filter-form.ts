import type { Db } from '../db/tables.ts'
import { sayDate } from '../kernel/say-date.ts'
import { formats } from '../kernel/vocabulary.ts'
import { capital, countryName, sayNumber } from '../kernel/words.ts'
import { partiesByName } from '../parties/reads.ts'
import { processesByTitle } from '../processes/reads.ts'
import { countriesOfVenues } from '../venues/reads.ts'
import { type Drop, dropOf, type Offer } from '../web/drop.ts'
import { type Chip, chipsOf, type ListName, linkedNames } from './chips.ts'
import { roundStatuses } from './fields.ts'
import { everything, evidences, type Filter } from './filter.ts'
import { countRounds } from './list-reads.ts'

/** The line of filters over a list, and a chip for each that is set. Works as a plain form. */
export interface FilterForm {
  path: string
  q: string
  from: string
  to: string
  drops: Array<Drop<ListName>>
  /** What only a link can set; it rides along. */
  carried: Array<{ name: string; value: string }>
  chips: Chip[]
  hasChips: boolean
}

/** Only disputes are counted: nearly every round has something that nobody cited yet. */
function evidenceWords(evidence: (typeof evidences)[number], disputed: number): string {
  if (evidence === 'inference') return 'Has editors’ inferences'
  if (evidence === 'unsourced') return 'Has unsourced fields'
  return `Has disputed fields (${sayNumber(disputed)})`
}

export async function filterForm(db: Db, filter: Filter, path: string): Promise<FilterForm> {
  const [processes, parties, countries] = await Promise.all([
    processesByTitle(db),
    partiesByName(db),
    countriesOfVenues(db),
  ])
  const disputed = await countRounds(db, { ...filter, evidence: ['disputed'] })
  const offers: Array<Offer<ListName>> = [
    { name: 'process', label: 'Process', options: processes.map(({ slug, title }) => [slug, title]) },
    { name: 'party', label: 'Party', options: parties.map(({ id, name }) => [String(id), name]) },
    { name: 'country', label: 'Place', options: countries.map((code) => [code, countryName(code)]) },
    { name: 'format', label: 'Format', options: formats.map((format) => [format, capital(format)]) },
    { name: 'status', label: 'Status', options: roundStatuses.map((status) => [status, capital(status)]) },
    {
      name: 'evidence',
      label: 'Evidence',
      options: evidences.map((evidence) => [evidence, evidenceWords(evidence, disputed)]),
    },
  ]
  const drops = offers.map((offer) => dropOf(offer, filter[offer.name]))
  const chips = await chipsOf(db, filter, path, drops)
  return {
    path,
    q: filter.q ?? '',
    from: filter.from ? sayDate(filter.from) : '',
    to: filter.to ? sayDate(filter.to) : '',
    drops,
    carried: carriedOf(filter),
    chips,
    hasChips: chips.length > 0,
  }
}

function carriedOf(filter: Filter): FilterForm['carried'] {
  const linked = linkedNames.flatMap((name) => filter[name].map((id) => ({ name, value: String(id) })))
  return filter.sort === everything.sort ? linked : [...linked, { name: 'sort', value: filter.sort }]
}
