/** What is found, in the order of the page. */
export const foundKinds = [
  'round',
  'person',
  'party',
  'venue',
  'process',
  'track',
  'issue',
  'proposal',
  'outcome',
  'commitment',
  'document',
  'source',
  'claim',
  'capture',
] as const
export type FoundKind = (typeof foundKinds)[number]

/** The words of others are many: they have an index of their own, so that records are found as fast beside them. */
export function indexOf(kind: FoundKind): 'search' | 'search_quote' {
  return kind === 'claim' || kind === 'capture' ? 'search_quote' : 'search'
}

/*
 * One index holds many kinds: the row of a record is its number and, above 2^53, the number of its kind. Only SQL counts
 * so far; what leaves it is the record's own number. These numbers are stored: they are never given anew.
 */
const numbers: Record<FoundKind, number> = {
  person: 0,
  party: 1,
  venue: 2,
  process: 3,
  track: 4,
  issue: 5,
  proposal: 6,
  outcome: 7,
  commitment: 8,
  document: 9,
  source: 10,
  claim: 12,
  capture: 13,
  // What is asked of names goes down through all rows with the word: those that are many stand above.
  round: 15,
}

export function numberOf(kind: FoundKind): number {
  return numbers[kind]
}

export function isFoundKind(record: string): record is FoundKind {
  return Object.hasOwn(numbers, record)
}

/** What each kind is called above its findings. */
export const kindWords: Record<FoundKind, { one: string; many: string }> = {
  round: { one: 'round', many: 'rounds' },
  person: { one: 'person', many: 'people' },
  party: { one: 'party', many: 'parties' },
  venue: { one: 'venue', many: 'venues' },
  process: { one: 'process', many: 'processes' },
  track: { one: 'track', many: 'tracks' },
  issue: { one: 'issue', many: 'issues' },
  proposal: { one: 'proposal', many: 'proposals' },
  outcome: { one: 'outcome', many: 'outcomes' },
  commitment: { one: 'commitment', many: 'commitments' },
  document: { one: 'document', many: 'documents' },
  source: { one: 'source', many: 'sources' },
  claim: { one: 'quote', many: 'quotes' },
  capture: { one: 'text of a source', many: 'texts of sources' },
}
