import { describe, expect, test } from 'vitest'
import { readDate } from '../../src/kernel/read-date.ts'

describe('what people type is read as', () => {
  test.each([
    ['2025-07-23', '2025-07-23'],
    ['  2025-07-23  ', '2025-07-23'],
    ['[2022-03-03..2022-03-07]', '[2022-03-03..2022-03-07]'],
    ['2025', '2025'],
    ['23 July 2025', '2025-07-23'],
    ['23 july 2025', '2025-07-23'],
    ['23 JULY 2025', '2025-07-23'],
    ['23rd July 2025', '2025-07-23'],
    ['1st Sept 2025', '2025-09-01'],
    ['3 Jul. 2025', '2025-07-03'],
    ['July 23, 2025', '2025-07-23'],
    ['July 23rd 2025', '2025-07-23'],
    ['Wednesday, 23 July 2025', '2025-07-23'],
    ['Wednesday 23 July 2025', '2025-07-23'],
    ['23.7.2025', '2025-07-23'],
    ['23. 7. 2025', '2025-07-23'],
    ['23.07.2025', '2025-07-23'],
    ['July 2025', '2025-07'],
    ['jul 2025', '2025-07'],
    ['May 2025', '2025-05'],
    ['spring 2025', '2025-21'],
    ['summer of 2025', '2025-22'],
    ['fall 2025', '2025-23'],
    ['autumn 2025', '2025-23'],
    ['winter 2024', '2024-24'],
    ['1990s', '199X'],
    ['44 BCE', '-0043'],
    ['1 BC', '0000'],
    ['about 1995', '1995~'],
    ['around July 2025', '2025-07~'],
    ['circa 1995', '1995~'],
    ['c. 1995', '1995~'],
    ['probably 23 July 2025', '2025-07-23?'],
    ['before 7 March 2022', '[..2022-03-07]'],
    ['after March 2022', '[2022-03..]'],
    ['since 28 February 2022', '2022-02-28/..'],
    ['from 2022', '2022/..'],
    ['until March 2022', '../2022-03'],
    ['between 3 and 7 March 2022', '[2022-03-03..2022-03-07]'],
    ['between 26 March and 2 April 2015', '[2015-03-26..2015-04-02]'],
    ['between 3 March 2022 and 7 April 2023', '[2022-03-03..2023-04-07]'],
    ['14–17 March 2022', '2022-03-14/2022-03-17'],
    ['14-17 March 2022', '2022-03-14/2022-03-17'],
    ['14 to 17 March 2022', '2022-03-14/2022-03-17'],
    ['from 14 March 2022 to 17 March 2022', '2022-03-14/2022-03-17'],
    ['26 March – 2 April 2015', '2015-03-26/2015-04-02'],
    ['26 March 2015 – 2 April 2016', '2015-03-26/2016-04-02'],
    ['2022 – 2023', '2022/2023'],
    ['March 2020 – 2022', '2020-03/2022'],
    ['from 14 to 17 March 2022', '2022-03-14/2022-03-17'],
    ['March to April 2022', '2022-03/2022-04'],
    ['5–17 September 1978', '1978-09-05/1978-09-17'],
  ])('%s → %s', (typed, edtf) => {
    expect(readDate(typed)).toBe(edtf)
  })
})

describe('what would be a guess, or names no day, is refused:', () => {
  test.each([
    '03/04/2025',
    '3/4/2025',
    '03-04-2025',
    '12/31/2025',
    'tomorrow',
    'yesterday',
    'Tuesday evening',
    '23 July',
    'July',
    '23 July 25',
    '30 February 2025',
    'February 29, 2025',
    '31.4.2025',
    '32 July 2025',
    '0 July 2025',
    '1.13.2025',
    '17–14 March 2022',
    'between 7 and 3 March 2022',
    '2025-02-30',
    '+275760-09-14',
    '0 BCE',
    'July – 2025',
    '12-2025',
    '14–2022',
    'about tomorrow',
    '2025-07-23 20:37',
    'constructor',
    '',
    '—',
    '1 – 2 – 3',
  ])('%j', (typed) => {
    expect(readDate(typed)).toBeNull()
  })
})

test('a long row of dashes is refused without delay', () => {
  const began = performance.now()
  expect(readDate(' - '.repeat(4000))).toBeNull()
  expect(readDate('to '.repeat(4000))).toBeNull()
  expect(performance.now() - began).toBeLessThan(1000)
})
