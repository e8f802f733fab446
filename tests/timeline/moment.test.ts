import fc from 'fast-check'
import { utc } from 'moment'
import { expect, test } from 'vitest'
import { Moment } from '../../src/client/timeline/moment.ts'

/* The library that ours stands in for is its oracle. */
const instant = fc.integer({ min: -8e14, max: 8e14 })
const parts = ['year', 'month', 'date', 'hours', 'minutes', 'seconds', 'milliseconds'] as const
const units = ['year', 'month', 'week', 'day', 'hours', 'minute', 'seconds', 'millisecond'] as const

test('it tells and sets the parts of an instant as the library does', () => {
  fc.assert(
    fc.property(instant, fc.constantFrom(...parts), fc.integer({ min: 0, max: 11 }), (ms, part, to) => {
      expect(new Moment(ms)[part]()).toBe(utc(ms)[part]())
      const set = part === 'date' ? to + 1 : to
      expect(Number(new Moment(ms)[part](set))).toBe(utc(ms)[part](set).valueOf())
    }),
  )
})

test('it goes on and back as the library does', () => {
  fc.assert(
    fc.property(instant, fc.constantFrom(...units), fc.integer({ min: -500, max: 500 }), (ms, unit, many) => {
      expect(Number(new Moment(ms).add(many, unit))).toBe(utc(ms).add(many, unit).valueOf())
      expect(Number(new Moment(ms).subtract(many, unit))).toBe(utc(ms).subtract(many, unit).valueOf())
    }),
  )
})

test('its weeks begin on Monday', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: -9e8, max: 9e8 }), (ms, apart) => {
      expect(new Moment(ms).isoWeekday()).toBe(utc(ms).isoWeekday())
      expect(Number(new Moment(ms).weekday(0))).toBe(utc(ms).isoWeekday(1).valueOf())
      for (const unit of ['year', 'month', 'day'] as const)
        expect(new Moment(ms).isSame(ms + apart, unit)).toBe(utc(ms).isSame(utc(ms + apart), unit))
      expect(new Moment(ms).isSame(ms + apart, 'week')).toBe(utc(ms).isSame(utc(ms + apart), 'isoWeek'))
    }),
  )
})
