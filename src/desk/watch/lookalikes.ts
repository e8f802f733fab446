import { alikePairs, countAlike } from '../../likeness/pair-reads.ts'
import { type Comparison, comparisons } from './compare.ts'
import { type Entry, MOST, upToMost, type Watch } from './section.ts'

export const duplicatesPossible: Watch = {
  name: 'duplicates',
  title: 'Possible duplicates',
  one: 'pair',
  note: 'Two records that may be one person, venue, party, source or round.',
  none: 'No two records look like one.',
  async look(db, _day, slice) {
    const count = await countAlike(db, null, MOST + 1)
    const pairs = await comparisons(db, await alikePairs(db, { record: null, ...slice }))
    return { entries: pairs.map(entry), ...upToMost(count) }
  },
}

function entry({ title, href, why }: Comparison): Entry {
  return { label: title, href, note: why, more: '', anchor: '', action: { label: 'Compare', href } }
}
