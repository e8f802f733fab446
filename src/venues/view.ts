import { capital, countryName } from '../kernel/words.ts'
import type { Claims } from '../sources/claim-reads.ts'
import { evidenceIfAny, evidenceOn } from '../sources/evidence.ts'
import { assertedName, type Fact, fact } from '../sources/facts.ts'
import type { theVenue, venuesByName } from './reads.ts'
import { sayCoordinates } from './words.ts'

type Venue = Awaited<ReturnType<typeof theVenue>>
type VenueRow = Awaited<ReturnType<typeof venuesByName>>[number]

export function venueLine({ id, name, city, country, kind }: VenueRow) {
  return {
    href: `/venues/${id}`,
    name,
    city: city ?? '',
    country: country === null ? '' : countryName(country),
    kind: capital(kind),
  }
}

export function venueFacts(venue: Venue, claims: Claims): Fact[] {
  const on = (...fields: [string, ...string[]]) => evidenceOn(claims, 'venue', venue.id, ...fields)
  const ifAny = (field: string) => evidenceIfAny(claims, 'venue', venue.id, field)
  const { country, coordinate_precision: precision } = venue
  return [
    ...assertedName(venue.name, ifAny('name')),
    ...fact('Kind', capital(venue.kind), { evidence: on('kind') }),
    ...fact('City', venue.city, { evidence: on('city') }),
    ...fact('Country', country && countryName(country), {
      evidence: on('country'),
      href: `/rounds?country=${country}`,
      note: 'Where it lies today.',
    }),
    ...fact('Coordinates', sayCoordinates(venue), {
      evidence: on('latitude', 'longitude'),
      note: precision ? `Of the ${precision}, WGS 84.` : 'Precision not recorded, WGS 84.',
    }),
    ...fact('Note', venue.note, { evidence: ifAny('note') }),
  ]
}
