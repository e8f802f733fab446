import { describe, expect, test } from 'vitest'
import { isZone, toUtc } from '../../src/kernel/zone.ts'

describe('a clock time is carried to UTC as the zone stood that day:', () => {
  test.each([
    ['Istanbul in July', '2025-07-23', '20:37', 'Europe/Istanbul', '17:37', 0, 'UTC+3'],
    [
      'Istanbul in January, which kept summer time',
      '2025-01-23',
      '20:37',
      'Europe/Istanbul',
      '17:37',
      0,
      'UTC+3',
    ],
    ['Istanbul before it did', '2015-01-23', '20:37', 'Europe/Istanbul', '18:37', 0, 'UTC+2'],
    ['New York in summer', '2025-07-23', '20:37', 'America/New_York', '00:37', 1, 'UTC−4'],
    ['New York in winter', '2025-01-23', '10:00', 'America/New_York', '15:00', 0, 'UTC−5'],
    [
      'the hour New York skips, read as the later',
      '2025-03-09',
      '02:30',
      'America/New_York',
      '07:30',
      0,
      'UTC−4',
    ],
    [
      'the hour New York has twice, read as the earlier',
      '2025-11-02',
      '01:30',
      'America/New_York',
      '05:30',
      0,
      'UTC−4',
    ],
    ['Auckland, a day ahead', '2025-07-23', '08:00', 'Pacific/Auckland', '20:00', -1, 'UTC+12'],
    ['Kolkata, half an hour off', '2025-07-23', '12:00', 'Asia/Kolkata', '06:30', 0, 'UTC+5:30'],
    ['UTC itself', '2025-07-23', '12:00', 'UTC', '12:00', 0, 'UTC'],
  ])('%s', (_where, day, local, zone, time, dayShift, offset) => {
    expect(toUtc(day, local, zone)).toEqual({ time, dayShift, offset })
  })
})

test('a zone is known by its IANA name', () => {
  expect(['Europe/Istanbul', 'UTC', 'Asia/Kolkata'].map(isZone)).toEqual([true, true, true])
  expect(['Europe/Atlantis', 'Istanbul', '', '+25:00', 'constructor'].map(isZone)).toEqual(
    Array(5).fill(false),
  )
})
