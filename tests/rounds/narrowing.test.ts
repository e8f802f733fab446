import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { isoDate } from '../../src/kernel/days.ts'
import { ROOT } from '../../src/kernel/root.ts'
import { facetNames } from '../../src/rounds/census/facets.ts'
import { countsOf, facetsOf } from '../../src/rounds/facets.ts'
import { everything, type Filter, queryOf } from '../../src/rounds/filter.ts'
import { countRounds } from '../../src/rounds/list-reads.ts'
import { roundsMatching } from '../../src/rounds/matching.ts'
import { house, type OpenHouse } from '../house.ts'
import { filterAt } from './filter-at.ts'

let open: OpenHouse
beforeAll(async () => {
  open = await house(join(ROOT, 'data'))
})

/** Any filter that could be asked of the starter record, with values that exist, and that nothing is known. */
async function anyFilter(): Promise<fc.Arbitrary<Filter>> {
  const all = await roundsMatching(open.db, everything)
  const values = Object.fromEntries(
    facetNames.map((name) => [
      name,
      fc.subarray(
        [...all.tally(name)].map(([value]) => value),
        {
          minLength: 1,
          maxLength: Math.min(40, all.tally(name).size),
        },
      ),
    ]),
  )
  // Of few facets, else hardly any combination is met by a round.
  const facets = fc
    .subarray([...facetNames], { maxLength: 3 })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, values[name] ?? fc.constant([])]))),
    )
  const day = fc.option(fc.integer({ min: -10_000, max: 21_000 }).map(isoDate), { freq: 1 })
  const besides = fc.record({
    q: fc.option(fc.constantFrom('talks', 'geneva'), { freq: 1 }),
    from: day,
    to: day,
    within: fc.constantFrom('possibly' as const, 'certainly' as const),
  })
  return fc.tuple(facets, besides).map(([some, others]) => ({ ...everything, ...some, ...others }) as Filter)
}

describe('whatever is chosen', () => {
  test('every value counts the rounds it leads to, and none but those in force leads to nothing', async () => {
    await fc.assert(
      fc.asyncProperty(await anyFilter(), async (asked) => {
        const filter = filterAt(`/rounds${queryOf(asked)}`)
        const matching = await roundsMatching(open.db, filter)
        for (const name of facetNames)
          for (const [value, count] of countsOf(matching, filter, name)) {
            const alone = filterAt(`/rounds${queryOf({ ...filter, [name]: [value] })}`)
            expect([name, value, await countRounds(open.db, alone)]).toEqual([name, value, count])
            expect(count > 0 || filter[name].map(String).includes(value)).toBe(true)
          }
        const facets = await facetsOf(open.db, filter, matching, (name) => `/${name}`)
        for (const { values, name } of facets)
          for (const { count, isChosen, value } of values) {
            expect(count > 0 || isChosen).toBe(true)
            expect(isChosen).toBe(filter[name].map(String).includes(value))
          }
      }),
      { numRuns: 40 },
    )
  })
})

describe('an uncertain date', () => {
  async function dates() {
    return open.db
      .selectFrom('round')
      .select(['id', 'date_earliest as first', 'date_latest as last'])
      .where('withdrawn', 'is', null)
      .orderBy('id')
      .execute()
  }

  test('lies possibly, or certainly, within the dates asked for', async () => {
    const rounds = await dates()
    const day = fc.integer({ min: -120_000, max: 21_000 })
    const known = fc
      .constantFrom(...rounds.flatMap(({ first, last }) => [first, last]))
      .filter((one) => Math.abs(one) < 1e6)
    await fc.assert(
      fc.asyncProperty(fc.oneof(day, known), fc.oneof(day, known), async (one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const filter = { ...everything, from: isoDate(from), to: isoDate(to) }
        const ids = async (within: Filter['within']) =>
          (await roundsMatching(open.db, { ...filter, within })).ids().sort((a, b) => a - b)
        const those = (meets: (round: { first: number; last: number }) => boolean) =>
          rounds.filter(meets).map(({ id }) => id)
        expect(await ids('possibly')).toEqual(those(({ first, last }) => last >= from && first <= to))
        expect(await ids('certainly')).toEqual(those(({ first, last }) => first >= from && last <= to))
      }),
    )
  })

  test('of one year lies certainly in it, of two in both of them together', async () => {
    const ids = async (year: string[], within: Filter['within']) =>
      (await roundsMatching(open.db, { ...everything, year, within })).ids()
    const all = await roundsMatching(open.db, everything)
    const years = [...all.tally('year')].map(([year]) => year).filter((year) => year !== 'unknown')
    const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear()
    const rounds = new Map((await dates()).map((round) => [round.id, round]))
    for (const year of years)
      for (const id of await ids([year], 'certainly')) {
        const { first = 0, last = 0 } = rounds.get(id) ?? {}
        expect([yearOf(first), yearOf(last)].map(String)).toEqual([year, year])
      }
    const crossing = [...rounds.values()].find(({ first, last }) => yearOf(last) === yearOf(first) + 1)
    const two = crossing ? [crossing.first, crossing.last].map((day) => String(yearOf(day))) : []
    expect(await ids(two.slice(0, 1), 'possibly')).toContain(crossing?.id)
    expect(await ids(two.slice(0, 1), 'certainly')).not.toContain(crossing?.id)
    expect(await ids(two, 'certainly')).toContain(crossing?.id)
  })
})
