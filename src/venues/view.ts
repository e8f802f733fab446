import { capital, countryName } from '../kernel/words.ts'
import type { Claims } from '../sources/claim-reads.ts'
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
  const on = (...fields: string[]) => claims.on('venue', venue.id, ...fields)
  const { country, coordinate_precision: precision } = venue
  return [
    ...assertedName(venue.name, on('name')),
    ...fact('Kind', capital(venue.kind), { claims: on('kind') }),
    ...fact('City', venue.city, { claims: on('city') }),
    ...fact('Country', country && countryName(country), {
      claims: on('country'),
      href: `/rounds?country=${country}`,
      note: 'Where it lies today.',
    }),
    ...fact('Coordinates', sayCoordinates(venue), {
      claims: on('latitude', 'longitude'),
      note: precision ? `Of the ${precision}, WGS 84.` : 'Precision not recorded, WGS 84.',
    }),
    ...fact('Note', venue.note, { claims: on('note') }),
  ]
}
