import { describe, expect, test } from 'vitest'
import { isoDate } from '../../src/kernel/days.ts'
import { boundsOf, OPEN, parseEdtf } from '../../src/kernel/edtf.ts'

/** "first … last", as people would write them; two dots where there is no bound. */
function span(text: string): string | null {
  const date = parseEdtf(text)
  if (!date) return null
  const { earliest, latest } = boundsOf(date)
  return `${earliest === -OPEN ? '..' : isoDate(earliest)} … ${latest === OPEN ? '..' : isoDate(latest)}`
}

describe('a date means every day from its first to its last:', () => {
  test.each([
    ['a day', '2025-07-23', '2025-07-23 … 2025-07-23'],
    ['a month', '2025-07', '2025-07-01 … 2025-07-31'],
    ['a year', '2025', '2025-01-01 … 2025-12-31'],
    ['February of a leap year', '2024-02', '2024-02-01 … 2024-02-29'],
    ['February of a common year', '2025-02', '2025-02-01 … 2025-02-28'],
    ['1900, which was no leap year', '1900-02', '1900-02-01 … 1900-02-28'],
    ['2000, which was one', '2000-02-29', '2000-02-29 … 2000-02-29'],
    ['an uncertain day is no wider', '2025-07-23?', '2025-07-23 … 2025-07-23'],
    ['an approximate year is no wider', '1995~', '1995-01-01 … 1995-12-31'],
    ['both at once', '1995-06%', '1995-06-01 … 1995-06-30'],
    ['a decade', '199X', '1990-01-01 … 1999-12-31'],
    ['a century', '19XX', '1900-01-01 … 1999-12-31'],
    ['an unknown month', '2025-XX', '2025-01-01 … 2025-12-31'],
    ['an unknown day', '2024-02-XX', '2024-02-01 … 2024-02-29'],
    ['an unknown month and day', '2025-XX-XX', '2025-01-01 … 2025-12-31'],
    ['1 BCE', '0000', '0000-01-01 … 0000-12-31'],
    ['29 February of 1 BCE', '0000-02-29', '0000-02-29 … 0000-02-29'],
    ['the Ides of March', '-0043-03-15', '-0043-03-15 … -0043-03-15'],
    ['a decade before our era', '-004X', '-0049-01-01 … -0040-12-31'],
    ['the first year of four digits', '-9999', '-9999-01-01 … -9999-12-31'],
    ['a year of five digits', 'Y12345', '+12345-01-01 … +12345-12-31'],
    ['spring', '2025-21', '2025-03-01 … 2025-05-31'],
    ['summer', '2025-22', '2025-06-01 … 2025-08-31'],
    ['autumn', '2025-23', '2025-09-01 … 2025-11-30'],
    ['winter, which ends in the next year', '2023-24', '2023-12-01 … 2024-02-29'],
    ['an interval', '2022-03-14/2022-03-17', '2022-03-14 … 2022-03-17'],
    ['an interval of months', '2022-03/2022-04', '2022-03-01 … 2022-04-30'],
    ['an interval between two seasons', '2022-21/2022-24', '2022-03-01 … 2023-02-28'],
    ['an interval across the era', '-0001/0001', '-0001-01-01 … 0001-12-31'],
    ['an open end', '2022-02-28/..', '2022-02-28 … ..'],
    ['an open start', '../2022-03', '.. … 2022-03-31'],
    ['an end nobody gave', '2022-02-28/', '2022-02-28 … 2022-02-28'],
    ['a start nobody gave', '/2022-03', '2022-03-01 … 2022-03-31'],
    ['one of a range', '[2022-03-03..2022-03-07]', '2022-03-03 … 2022-03-07'],
    ['one of two', '[2022-03-03, 2022-03-07]', '2022-03-03 … 2022-03-07'],
    ['one of two, the later first', '[2022-03-07,2022-03-03]', '2022-03-03 … 2022-03-07'],
    ['on or before', '[..2022-03-07]', '.. … 2022-03-07'],
    ['on or after', '[2022-03-07..]', '2022-03-07 … ..'],
    ['a mixed set', '[2020,2022-03-03..2022-03-07]', '2020-01-01 … 2022-03-07'],
  ])('%s, %s', (_what, text, bounds) => {
    expect(span(text)).toBe(bounds)
  })
})

describe('what is no date is refused, never mended:', () => {
  test.each([
    '2025-02-30',
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-01',
    '2025-01-00',
    '0000-00-00',
    '+275760-09-14',
    '+012345-01-01',
    '-0000',
    'Y1000000',
    'tomorrow',
    '',
    ' ',
    '2025-7-3',
    '20250723',
    '2025-07-23T20:37',
    '2025-07-23T23:59:60Z',
    '2025-20',
    '2025-25',
    '2025-21-01',
    '25',
    '2025-XX-32',
    '2025??',
    '?2025',
    '2022/2021',
    '2022-03-17/2022-03-14',
    '../..',
    '/',
    '2022/2023/2024',
    '2022/2025-02-30',
    '[]',
    '[..]',
    '[2025-02-30]',
    '[2022..2021]',
    '{2022,2023}',
    '2025-07-23\n',
    '２０２５',
  ])('%j', (text) => {
    expect(parseEdtf(text)).toBeNull()
  })
})

test('what was written is kept as it was written', () => {
  expect(parseEdtf('2025-07~')).toMatchObject({
    kind: 'point',
    point: { text: '2025-07~', year: '2025', month: '07', day: null, qualifier: '~' },
  })
})
