import type { Folded, RecordTable } from '../db/tables.ts'
import { choice, decimal, name, optional, ours, pattern, prose, text } from '../fields/kinds.ts'
import { record } from '../fields/record.ts'

export const venueKinds = [
  'palace',
  'government building',
  'residence',
  'hotel',
  'conference centre',
  'military base',
  'embassy or mission',
  'town or area',
  'border site',
  'online or telephone',
  'undisclosed',
  'other',
] as const
export const precisions = ['building', 'district', 'city', 'region', 'country'] as const

export const venueFields = {
  name: ours(name({ label: 'Name', help: 'As the place calls itself: Çırağan Palace.' })),
  kind: choice({ label: 'Kind', of: venueKinds, help: 'Undisclosed is an answer too.' }),
  city: optional(text({ label: 'City', max: 120 })),
  country: optional(
    pattern({
      label: 'Country',
      matching: /^[A-Z]{2}$/,
      like: 'TR',
      help: 'ISO 3166-1 code of two letters, of the country it lies in today.',
    }),
  ),
  latitude: optional(decimal({ label: 'Latitude', min: -90, max: 90, help: 'Degrees north, WGS 84.' })),
  longitude: optional(decimal({ label: 'Longitude', min: -180, max: 180, help: 'Degrees east, WGS 84.' })),
  coordinate_precision: optional(ours(choice({ label: 'Precision of coordinates', of: precisions }))),
  note: optional(ours(prose({ label: 'Note' }))),
}
export const venueRecord = record(
  'venue',
  'A place where talks were held, or the statement that it was not disclosed.',
  venueFields,
  'name',
  'each field',
)

declare module '../db/tables.ts' {
  interface Tables {
    venue: RecordTable<typeof venueFields> & Folded<'name'>
  }
}
