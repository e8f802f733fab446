/** By what rounds are chosen and counted: the names of the filter that have values to choose from. */
export const facetNames = [
  'process',
  'track',
  'party',
  'role',
  'person',
  'mediator',
  'venue',
  'country',
  'format',
  'status',
  'issue',
  'outcome',
  'evidence',
  'year',
  'source',
] as const
export type FacetName = (typeof facetNames)[number]

/** The value of a round that has none: nobody recorded a venue. */
export const UNKNOWN = 'unknown'
