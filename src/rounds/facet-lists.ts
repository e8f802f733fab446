/* The lists that the page of all values of a facet leads back to, each with the value chosen. */
interface List {
  label: string
  path: string
  /** What stands at the head of the page of values. */
  lead: string
  /** It takes one value at a time. */
  isSingle: boolean
}

const toRounds = 'Each leads to its rounds; one in force leads to the list without it.'
const ofRounds = (label: string, path: string): List => ({ label, path, lead: toRounds, isSingle: false })
const other = (label: string, path: string, lead: string, isSingle = false): List => ({
  ...{ label, path, isSingle },
  lead: `Each leads to ${lead}. Its number is that of its rounds.`,
})

export const roundsList = ofRounds('Rounds', '/rounds')
export const facetLists: Readonly<Record<string, List>> = {
  timeline: ofRounds('Timeline', '/'),
  map: ofRounds('Map', '/map'),
  charts: ofRounds('Charts', '/charts'),
  compare: other('Compare', '/compare', 'the comparison with it'),
  disputes: other('Disputes', '/disputes', 'its disputes'),
  proposals: other('Proposals', '/proposals', 'its proposals'),
  commitments: other('Commitments', '/commitments', 'its commitments', true),
  changes: other('Recent changes', '/changes', 'its changes', true),
  new: other('New round', '/rounds/new', 'the form of a new round', true),
}
