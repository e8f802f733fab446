import type { Row } from '../web/table.ts'
import type { Held } from './gather.ts'

/** The columns of the table of the map. */
export const mapColumns = {
  venue_id: 'Number of the venue',
  venue: 'Name of the venue',
  kind: 'Kind of place',
  city: 'City',
  country: 'ISO 3166-1 alpha-2',
  latitude: 'Degrees north, WGS 84',
  longitude: 'Degrees east, WGS 84',
  coordinate_precision: 'What the coordinates are of: building, district, city, region or country',
  rounds: 'How many of the rounds asked for were held there, in whole or in part',
} as const

export function mapRow({ venue, rounds }: Held): Row {
  const { id, name, kind, city, country, latitude, longitude, coordinate_precision } = venue
  return {
    venue_id: id,
    venue: name,
    kind,
    city,
    country,
    latitude,
    longitude,
    coordinate_precision,
    rounds,
  }
}

/** The same as GeoJSON (RFC 7946). A venue without coordinates is a feature without a geometry. */
export function geoJsonOf(held: readonly Held[]) {
  return {
    type: 'FeatureCollection',
    features: held.map((one) => {
      const { venue_id, latitude, longitude, ...properties } = mapRow(one)
      return {
        type: 'Feature',
        id: venue_id,
        geometry:
          latitude === null || longitude === null
            ? null
            : { type: 'Point', coordinates: [longitude, latitude] },
        properties,
      }
    }),
  }
}
