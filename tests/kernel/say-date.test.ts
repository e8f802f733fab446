import { describe, expect, test } from 'vitest'
import { sayDate, sayDateWithWeekday, weekdayOf } from '../../src/kernel/say-date.ts'

describe('a date is said in words:', () => {
  test.each([
    ['2025-07-23', '23 July 2025'],
    ['2025-07', 'July 2025'],
    ['2025', '2025'],
    ['1995~', 'about 1995'],
    ['1995%', 'about 1995'],
    ['2025-07-23?', '23 July 2025 (uncertain)'],
    ['199X', 'the 1990s'],
    ['19XX', 'the 1900s'],
    ['2025-21', 'spring 2025'],
    ['2025-24', 'winter 2025'],
    ['2025-XX', '2025'],
    ['2025-07-XX', 'July 2025, day not given'],
    ['2025-XX-17', '2025, day 17, month not given'],
    ['-0043', '44 BCE'],
    ['0000', '1 BCE'],
    ['-0043-03-15', '15 March 44 BCE'],
    ['0793', '793'],
    ['Y12345', '12345'],
    ['2022-03-14/2022-03-17', '14–17 March 2022'],
    ['2015-03-26/2015-04-02', '26 March – 2 April 2015'],
    ['2015-12-30/2016-01-02', '30 December 2015 – 2 January 2016'],
    ['2022-03/2022-04', 'March 2022 – April 2022'],
    ['2022-02-28/..', 'from 28 February 2022 on'],
    ['2022-02-28/', 'from 28 February 2022, end not given'],
    ['../2022-03', 'until March 2022'],
    ['/2022-03', 'until March 2022, start not given'],
    ['[2022-03-03..2022-03-07]', 'between 3 and 7 March 2022'],
    ['[2022-03-03,2022-03-07]', '3 March 2022 or 7 March 2022'],
    ['[..2022-03-07]', 'before 7 March 2022, day not given'],
    ['[2022-03-07..]', 'after 7 March 2022, day not given'],
  ])('%s is %s', (edtf, words) => {
    expect(sayDate(edtf)).toBe(words)
  })
})

test('text that is no date is shown as it stands', () => {
  expect(sayDate('late in the evening')).toBe('late in the evening')
})

test('a weekday is named only where the date is one whole day', () => {
  expect(sayDateWithWeekday('2025-07-23')).toBe('Wednesday 23 July 2025')
  expect(sayDateWithWeekday('2025-07')).toBe('July 2025')
  expect(weekdayOf('1970-01-01')).toBe('Thursday')
  expect(weekdayOf('1969-12-31')).toBe('Wednesday')
  expect(weekdayOf('2022-03-14/2022-03-17')).toBeNull()
})
