import type { Db } from '../db/tables.ts'
import type { Row } from '../web/table.ts'
import type { FacetName } from './census/facets.ts'
import { labelled } from './facets.ts'

/** The columns of the values of a facet. */
export const facetColumns = {
  value: 'As the filter of an address takes it: the number of a record, a code or a word',
  label: 'What it is called',
  rounds: 'How many rounds it alone would leave under the other filters',
} as const

const AT_ONCE = 500

/** These values in their order, some at a time. */
export async function* facetTable(
  db: Db,
  name: FacetName,
  found: ReadonlyArray<readonly [value: string, count: number]>,
): AsyncGenerator<Row[]> {
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const values = await labelled(db, name, null, found.slice(from, from + AT_ONCE))
    yield values.map(({ value, label, count }) => ({ value, label, rounds: count }))
  }
}
