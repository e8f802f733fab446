/* What a list of choices offers: all there are, or of very many those with the most rounds. */
import type { Db } from '../db/tables.ts'
import { whileUnchanged } from '../db/unchanged.ts'
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
  const most = (await mostOf(db, [facet])).get(facet) ?? []
  const values = chosen.map(String).filter((value) => !most.some(([offered]) => offered === value))
  const carried = facetLists[on]?.isSingle ? [] : chosen.map((value) => [facet, String(value)])
  return {
    options: [...most, ...(await calledIn(db, facet, values))].sort(byLabel),
    more: `/rounds/facets/${facet}?${new URLSearchParams([['on', on], ...carried])}`,
  }
}

/** Those with the most rounds, with what they are called. */
const mostOf = whileUnchanged(async (db, facets: Array<'process' | 'party'>) => {
  const matching = await roundsMatching(db, everything)
  const most = new Map<'process' | 'party', Array<readonly [string, string]>>()
  for (const facet of facets) {
    const values = matching.tally(facet).mostFrequent(MOST)
    const called = await calledIn(
      db,
      facet,
      values.map(([value]) => value),
    )
    most.set(facet, [...called].sort(byLabel))
  }
  return most
})

const { compare } = new Intl.Collator('en')
const byLabel = ([, one]: readonly [string, string], [, other]: readonly [string, string]) =>
  compare(one, other)
