import { sayDate } from '../kernel/say-date.ts'
import { capital, countryName } from '../kernel/words.ts'
import { type FacetName, UNKNOWN } from './census/facets.ts'

/** What is missing, and of what: never "unknown" alone. */
const missing: Record<FacetName, string> = {
  process: 'No process recorded',
  track: 'No track recorded',
  party: 'No party recorded',
  role: 'No third party recorded',
  person: 'Nobody named',
  mediator: 'No mediator recorded',
  venue: 'Place not recorded',
  country: 'Country not recorded',
  format: 'Format not recorded',
  status: 'Status not recorded',
  issue: 'No issue recorded',
  outcome: 'Level not entered',
  evidence: 'No field entered',
  year: 'Year not given',
  source: 'No source cited',
}

const evidence: Record<string, string> = {
  disputed: 'Has disputed fields',
  inference: 'Has editors’ inferences',
  unsourced: 'Has unsourced fields',
  single: 'Has fields from a single source',
  agreed: 'Has agreed fields',
}

/** A value that says itself what it is called; null for one that is the key of a record. */
export function saidByItself(facet: FacetName, value: string): string | null {
  if (value === UNKNOWN) return missing[facet]
  if (facet === 'country') return countryName(value)
  if (facet === 'year') return sayYear(Number(value))
  if (facet === 'evidence') return evidence[value] ?? value
  if (['role', 'format', 'status', 'outcome'].includes(facet)) return capital(value)
  return null
}

/** Astronomical: 0 is 1 BCE. */
function sayYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  const sign = year < 0 ? '-' : ''
  return sayDate(`${digits.length > 4 ? 'Y' : ''}${sign}${digits}`)
}
