import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilDate, dayNumber, isLeap, isoDate, monthLength, weekday } from '../../src/kernel/days.ts'

const DAY = 86_400_000
const firstDay = Date.UTC(2000, 0, 1) / DAY - 730_485
const lastDay = Date.UTC(9999, 11, 31) / DAY

test('every day of the years 0 to 9999 is the day that Date makes of it', () => {
  expect(isoDate(firstDay)).toBe('0000-01-01')
  expect(isoDate(lastDay)).toBe('9999-12-31')
  fc.assert(
    fc.property(fc.integer({ min: firstDay, max: lastDay }), (number) => {
      const date = new Date(number * DAY)
      expect(isoDate(number)).toBe(date.toISOString().slice(0, 10))
      expect(weekday(number)).toBe((date.getUTCDay() + 6) % 7)
    }),
    { numRuns: 5000 },
  )
})

test('a day number and a civil date are one and the same, however far off', () => {
  fc.assert(
    fc.property(fc.integer({ min: -365_000_000, max: 365_000_000 }), (number) => {
      expect(dayNumber(civilDate(number))).toBe(number)
    }),
    { numRuns: 5000 },
  )
})

test('years beyond four digits carry a sign', () => {
  expect(isoDate(dayNumber({ year: 10_000, month: 1, day: 1 }))).toBe('+10000-01-01')
  expect(isoDate(dayNumber({ year: -43, month: 3, day: 15 }))).toBe('-0043-03-15')
})

test('every fourth year is a leap year, save the centuries that 400 does not divide', () => {
  expect([2024, 2000, 0, -4].map(isLeap)).toEqual([true, true, true, true])
  expect([2025, 1900, 2100, -1].map(isLeap)).toEqual([false, false, false, false])
  expect(monthLength(2024, 2)).toBe(29)
  expect(monthLength(2025, 2)).toBe(28)
})
