/* What a list of choices offers: all there are, or of very many those with the most rounds. */
import type { Db } from '../db/tables.ts'
import { partiesByName } from '../parties/reads.ts'
import { processesByTitle } from '../processes/reads.ts'
import type { Choices } from '../web/drop.ts'
import { facetLists } from './facet-lists.ts'
import { calledIn } from './facet-reads.ts'
import { everything } from './filter.ts'
import { roundsMatching } from './matching.ts'

/** Nobody reads through a longer list. */
const MOST = 100

/** What else is named: the list that they filter, as the page of all values leads back to it, and the values in force. */
export interface Asked {
  on: keyof typeof facetLists
  chosen: ReadonlyArray<string | number>
}

/** By their slugs. */
export async function offeredProcesses(db: Db, asked: Asked): Promise<Choices> {
  const some = await processesByTitle(db, { limit: MOST + 1 })
  return some.length > MOST
    ? withMostRounds(db, 'process', asked)
    : { options: some.map(({ slug, title }) => [slug, title]), more: '' }
}

/** By their ids, as text. */
export async function offeredParties(db: Db, asked: Asked): Promise<Choices> {
  const some = await partiesByName(db, { limit: MOST + 1 })
  return some.length > MOST
    ? withMostRounds(db, 'party', asked)
    : { options: some.map(({ id, name }) => [String(id), name]), more: '' }
}

async function withMostRounds(db: Db, facet: 'process' | 'party', { on, chosen }: Asked): Promise<Choices> {
  const matching = await roundsMatching(db, everything)
  const most = matching.tally(facet).mostFrequent(MOST)
  const values = new Set([...most.map(([value]) => value), ...chosen.map(String)])
  const options = [...(await calledIn(db, facet, [...values]))]
  const carried = facetLists[on]?.isSingle ? [] : chosen.map((value) => [facet, String(value)])
  return {
    options: options.sort(([, one], [, other]) => one.localeCompare(other, 'en')),
    more: `/rounds/facets/${facet}?${new URLSearchParams([['on', on], ...carried])}`,
  }
}
