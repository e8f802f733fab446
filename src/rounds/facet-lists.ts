/* The lists that the page of all values of a facet leads back to, each with the value chosen. */
interface List {
  label: string
  path: string
  /** It takes one value at a time. */
  isSingle: boolean
}

const list = (label: string, path: string, isSingle = false): List => ({ label, path, isSingle })

export const roundsList = list('Rounds', '/rounds')
export const facetLists: Readonly<Record<string, List>> = {
  timeline: list('Timeline', '/'),
  map: list('Map', '/map'),
  charts: list('Charts', '/charts'),
  compare: list('Compare', '/compare'),
  disputes: list('Disputes', '/disputes'),
  proposals: list('Proposals', '/proposals'),
  commitments: list('Commitments', '/commitments', true),
  changes: list('Recent changes', '/changes', true),
  new: list('New round', '/rounds/new', true),
}
