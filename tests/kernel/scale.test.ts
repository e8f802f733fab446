import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAt, placeOn, scaleOf } from '../../src/kernel/scale.ts'

const stretches = fc
  .uniqueArray(fc.integer({ min: -900_000, max: 900_000 }), { minLength: 1, maxLength: 30 })
  .map((days) => days.sort((a, b) => a - b).map((first) => ({ first, last: first })))

test('what lies later lies further right, and a place leads back to its day', () => {
  fc.assert(
    fc.property(stretches, (some) => {
      const pieces = scaleOf(some, 0.3)
      let before = -1
      for (const { first } of some) {
        const place = placeOn(pieces, first)
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(1)
        expect(place).toBeGreaterThan(before)
        before = place
        expect(Math.abs(dayAt(pieces, place) - first)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('centuries in which nothing lies are cut out, years are not', () => {
  const year = (number: number) => ({ first: number * 365, last: number * 365 + 364 })
  expect(scaleOf([year(-322), year(-320), year(-19), year(20), year(56)], 0.3)).toHaveLength(2)
  expect(scaleOf([year(0), year(2), year(4), year(6)], 0.5)).toHaveLength(1)
  const [one, other] = scaleOf([year(-322), year(0), year(60)], 0.3)
  expect(one?.from).toBe(0)
  expect(other?.to).toBeCloseTo(1)
  expect((other?.from ?? 0) - (one?.to ?? 0)).toBeCloseTo(0.02)
})
