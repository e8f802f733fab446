import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilDate } from '../../src/kernel/days.ts'
import { OPEN } from '../../src/kernel/edtf.ts'
import { marksAfter, marksBefore, yearMarks } from '../../src/search/years.ts'

const day = fc.oneof(
  fc.integer({ min: -2_500_000, max: 1_200_000 }),
  fc.integer({ min: -30_000, max: 30_000 }),
)
const span = fc
  .tuple(fc.option(day, { nil: -OPEN }), fc.option(fc.nat(200_000), { nil: OPEN }))
  .map(([first, length]) => ({
    first,
    last: length === OPEN ? OPEN : (first === -OPEN ? 0 : first) + length,
  }))

function shares(some: string[], others: string[]): boolean {
  return some.some((mark) => others.includes(mark))
}

test('whatever began before a day or lasted beyond it shares a mark with that question; what is years off does not', () => {
  fc.assert(
    fc.property(span, day, ({ first, last }, day) => {
      const marks = yearMarks(first, last)
      if (first < day) expect(shares(marks, marksBefore(day))).toBe(true)
      if (last > day) expect(shares(marks, marksAfter(day))).toBe(true)
      // The first and the last century stand for all that is beyond them.
      const isFar = day < -1_700_000 || day > 700_000
      if (!isFar && first !== -OPEN && civilDate(first).year > civilDate(day).year)
        expect(shares(marks, marksBefore(day))).toBe(false)
      if (!isFar && last !== OPEN && civilDate(last).year < civilDate(day).year)
        expect(shares(marks, marksAfter(day))).toBe(false)
    }),
    { numRuns: 6000 },
  )
})

test('no question of dates asks for more than some dozen marks', () => {
  fc.assert(
    fc.property(day, (day) => {
      expect(marksBefore(day).length).toBeLessThan(100)
      expect(marksAfter(day).length).toBeLessThan(100)
    }),
  )
})
