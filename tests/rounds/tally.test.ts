import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bits } from '../../src/rounds/census/bits.ts'
import { FacetValues } from '../../src/rounds/census/values.ts'

const value = fc.constantFrom('a', 'b', 'c', 'd', 'é', '10', '9')
const rounds = fc.array(fc.array(value, { maxLength: 3 }), { maxLength: 60 })

test('the values had most often are those that stand first when all are put in order', () => {
  fc.assert(
    fc.property(rounds, fc.integer({ min: 1, max: 5 }), (rounds, few) => {
      const facet = new FacetValues()
      for (const values of rounds) facet.enter(values)
      const all = [...facet.tally(Bits.of(rounds.length, rounds.keys()))]
      const known = all.filter(([value]) => value !== 'unknown')
      const sorted = known.sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1))
      const tally = facet.tally(Bits.of(rounds.length, rounds.keys()))
      expect(tally.mostFrequent(few)).toEqual(sorted.slice(0, few))
      expect(tally.size).toBe(all.length)
    }),
  )
})

test('what is counted of some and of the rest is what is counted of all', () => {
  fc.assert(
    fc.property(rounds, fc.func(fc.boolean()), (rounds, isSome) => {
      const facet = new FacetValues()
      for (const values of rounds) facet.enter(values)
      const all = Bits.of(rounds.length, rounds.keys())
      const some = Bits.of(
        rounds.length,
        [...rounds.keys()].filter((slot) => isSome(slot)),
      )
      const rest = facet.tally(all).minus(facet.tally(some))
      expect([...rest]).toEqual([...facet.tally(all.minus(some))])
    }),
  )
})
