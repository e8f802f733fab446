import type { Db } from '../../src/db/tables.ts'
import { censusOf } from '../../src/rounds/census/current.ts'
import { facetNames } from '../../src/rounds/census/facets.ts'
import { everything } from '../../src/rounds/filter.ts'
import { type Matching, roundsMatching } from '../../src/rounds/matching.ts'

/** All that a census tells of all rounds. */
export function told(matching: Matching) {
  const days: unknown[] = []
  matching.each(({ id, track, process, first, last }) => days.push([id, track, process, first, last]))
  const tallies = facetNames.map((facet) => [facet, Object.fromEntries(matching.tally(facet))])
  return { ids: matching.ids(), days, tallies: Object.fromEntries(tallies) }
}

async function toldOf(db: Db) {
  const matching = await roundsMatching(db, everything)
  const census = await censusOf(db)
  return { ...told(matching), statuses: matching.ids().map((id) => census.statusesOf(id)) }
}

/** What the census kept since it was first asked for tells, and what one made anew from the tables does. */
export async function recounted(db: Db) {
  const anew = db.withoutPlugins()
  return { kept: await toldOf(db), anew: await toldOf(anew) }
}
