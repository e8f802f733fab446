import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binOf, edtfDay, sayBin, startOf, unitFor, units } from '../../src/kernel/calendar.ts'
import { dayNumber } from '../../src/kernel/days.ts'
import { boundsOf, parseEdtf } from '../../src/kernel/edtf.ts'

const anyUnit = fc.constantFrom(...units)
const anyDay = fc.integer({ min: -80_000_000, max: 80_000_000 })

test('every day lies in its bin, and the next bin begins after it', () => {
  fc.assert(
    fc.property(anyUnit, anyDay, (unit, day) => {
      const bin = binOf(unit, day)
      expect(startOf(unit, bin)).toBeLessThanOrEqual(day)
      expect(startOf(unit, bin + 1)).toBeGreaterThan(day)
      expect(binOf(unit, startOf(unit, bin))).toBe(bin)
    }),
  )
})

test('the unit is the smallest that needs no more bins than asked for', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 0, max: 3_000_000 }),
      fc.integer({ min: 20, max: 200 }),
      (first, span, most) => {
        const unit = unitFor(first, first + span, most)
        const bins = (one: typeof unit) => binOf(one, first + span) - binOf(one, first) + 1
        expect(bins(unit)).toBeLessThanOrEqual(most)
        const finer = units[units.indexOf(unit) - 1]
        if (finer) expect(bins(finer)).toBeGreaterThan(most)
      },
    ),
  )
})

test('years before the common era and beyond four digits are told and written so that they can be read', () => {
  const year = (number: number) => dayNumber({ year: number, month: 4, day: 20 })
  expect(sayBin('year', binOf('year', year(1643)))).toBe('1643')
  expect(sayBin('year', binOf('year', year(-49)))).toBe('50 BCE')
  expect(sayBin('decade', binOf('decade', year(12_004)))).toBe('12000–12009')
  expect(sayBin('month', binOf('month', year(12_004)))).toBe('April 12004')
  expect(sayBin('quarter', binOf('quarter', year(2025)))).toBe('April – June 2025')
  expect(sayBin('week', binOf('week', dayNumber({ year: 2025, month: 7, day: 23 })))).toBe(
    'week of 21 July 2025',
  )
  fc.assert(
    fc.property(fc.integer({ min: -3_000_000, max: 3_000_000 }), (day) => {
      const read = parseEdtf(edtfDay(day))
      expect(read && boundsOf(read)).toMatchObject({ earliest: day, latest: day })
    }),
  )
})
