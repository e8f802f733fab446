import { describe, expect, test } from 'vitest'
import { ofKind } from '../../src/intake/examined.ts'
import { read } from './read.ts'

/* Wednesday. */
const TODAY = '2025-07-23'
const dates = (text: string, reference: string | null = TODAY) =>
  ofKind(read(text, reference).suggestions, 'date').map(({ value }) => value.edtf)

describe('a day that is written out is read as it stands:', () => {
  test.each([
    ['on 23 July 2025', '2025-07-23'],
    ['on July 23, 2025', '2025-07-23'],
    ['on Wednesday, the 23rd of July 2025', '2025-07-23'],
    ['on 2025-07-23', '2025-07-23'],
    ['on 23.7.2025', '2025-07-23'],
    ['on 23/07/2025', '2025-07-23'],
    ['on 07/23/2025', '2025-07-23'],
    ['on Nov. 14, 2024', '2024-11-14'],
    ['from 14 to 17 March 2022', '2022-03-14/2022-03-17'],
    ['on 14–17 March 2022', '2022-03-14/2022-03-17'],
    ['on March 14-17, 2022', '2022-03-14/2022-03-17'],
    ['in March 2022', '2022-03'],
    ['in spring 2025', '2025-21'],
    ['in 1996', '1996'],
    ['over the 2019 referendum', '2019'],
    ['over the Sunday Times', undefined],
    ['on 31 June 2025', null],
    ['in 2022-23', '2022/2023'],
    ['from 28 October to 2 November 2025', '2025-10-28/2025-11-02'],
    ['in the first quarter of 2026', '2026-01/2026-03'],
    ['in the 1990s', '199X'],
    ['in one of two years, 2027 or later', '2027'],
    ['under a 1926 treaty', '1926'],
    ['under Resolution 1973', undefined],
    ['with 2000 fishermen', undefined],
    ['they may march on', undefined],
  ])('%s', (words, edtf) => expect(dates(`They met ${words}.`)[0]).toBe(edtf))
})

describe('a day that leaves something out is read against the reference date:', () => {
  test.each([
    ['They met on July 23.', '2025-07-23'],
    ['They met on 30 January.', '2025-01-30'],
    ['They met on 4 and 5 June.', '2025-06-04/2025-06-05'],
    ['They met on Tuesday evening.', '2025-07-22'],
    ['They met on Wednesday.', '2025-07-23'],
    ['They met last Wednesday.', '2025-07-16'],
    ['They will meet on Wednesday.', '2025-07-30'],
    ['They will meet next Tuesday.', '2025-07-29'],
    ['They met yesterday.', '2025-07-22'],
    ['They met two weeks ago.', '2025-07-09'],
    ['They met three months ago.', '2025-04'],
    ['They met last week.', '2025-07-14/2025-07-20'],
    ['They met last June.', '2025-06'],
    ['They met last December.', '2024-12'],
    ['Since September, they have met.', '2024-09'],
    ['They met in January last year.', '2024-01'],
    ['The line closed in December.', '2024-12'],
    ['They will meet in March.', '2026-03'],
    ['They met on the eighth of this month.', '2025-07-08'],
    ['They may take samples from the eleventh of August.', '2025-08-11'],
    ['They met on Friday last week.', '2025-07-18'],
    ['They met a fortnight ago.', '2025-07-09'],
    ['They met three years ago.', '2022'],
    ['They met last autumn.', '2024-23'],
    ['It will be signed by the spring.', '2026-21'],
    ['It must happen by the end of next month.', '2025-08-31'],
    ['It must happen by the end of August.', '2025-08-31'],
    ['It must happen by the end of February.', '2026-02-28'],
    ['It must happen by the end of the year.', '2025-12-31'],
  ])('%s', (text, edtf) => expect(dates(text)).toEqual([edtf]))

  test('and says so; without one it is not read', () => {
    const [mark] = ofKind(read('They met on Tuesday.', TODAY).suggestions, 'date')
    expect(mark).toMatchObject({
      words: 'Tuesday',
      value: { weekday: 'Tuesday', isRelative: true },
      says: 'Read as Tuesday 22 July 2025, counted from 23 July 2025.',
    })
    expect(dates('They met on Tuesday, July 23.', null)).toEqual([null])
  })
})

test('03/04/2025 is two dates, and is not guessed', () => {
  const [mark] = ofKind(read('They met on 03/04/2025.').suggestions, 'date')
  expect(mark).toMatchObject({ value: { edtf: null }, says: 'May be 3 April 2025 or 4 March 2025.' })
})

describe('a clock time is read in twelve and in twenty-four hours:', () => {
  test.each([
    ['began at 8:37 p.m. local time', '20:37', 'exact', 'local time'],
    ['began at 8.37pm', '20:37', 'exact', null],
    ['began at 20:37 Moscow time', '20:37', 'exact', 'Moscow time'],
    ['began at 1730 GMT', '17:30', 'exact', 'GMT'],
    ['began at 17.30', '17:30', 'exact', null],
    ['began at around 9 a.m.', '09:00', 'about', null],
    ['ended shortly after 10 pm', '22:00', 'after', null],
    ['ended just before midnight', '00:00', 'before', null],
    ['began at noon', '12:00', 'exact', null],
    ['began at 12 a.m.', '00:00', 'exact', null],
    ['began at four o’clock in the afternoon', '16:00', 'exact', null],
    ['began at half past eight in the evening', '20:30', 'exact', null],
    ['began at half past five in the morning', '05:30', 'exact', null],
    ['began at six o’clock, on a cold evening', '18:00', 'exact', null],
    ['lasted from 9 to 11 a.m.', '09:00', 'exact', null],
    ['began at around 6 in the evening', '18:00', 'about', null],
  ])('%s', (words, time, exactness, zone) => {
    const [mark] = ofKind(read(`The meeting ${words}.`).suggestions, 'time')
    expect(mark?.value).toEqual({ time, exactness, zone })
  })

  test.each(['by 8.37 percent', 'a score of 3:2', 'Article 12.15', 'at 25:61'])('not %s', (words) =>
    expect(ofKind(read(`It rose ${words}.`).suggestions, 'time')).toEqual([]),
  )
})

describe('a length is read in minutes:', () => {
  test.each([
    ['lasted approximately 40 minutes', 40, 'about'],
    ['lasted an hour and a half', 90, 'exact'],
    ['lasted two and a half hours', 150, 'exact'],
    ['lasted more than three hours', 180, 'more than'],
    ['lasted nearly five hours', 300, 'about'],
    ['lasted two hours and ten minutes', 130, 'exact'],
    ['lasted half an hour', 30, 'exact'],
    ['was a 40-minute affair', 40, 'exact'],
    ['followed three days of talks', 4320, 'exact'],
  ])('%s', (words, minutes, exactness) => {
    const [mark] = ofKind(read(`The meeting ${words}.`).suggestions, 'duration')
    expect(mark?.value).toEqual({ minutes, exactness })
  })

  test.each(['ended ten minutes later', 'agreed on a 30-day ceasefire'])('not %s', (words) =>
    expect(ofKind(read(`The meeting ${words}.`).suggestions, 'duration')).toEqual([]),
  )
})

describe('a number of people or bodies is read with its bound:', () => {
  test.each([
    ['at least 1,200 prisoners of war from each side', 1200, 'at least', 'prisoners of war', true],
    ['about 6,000 bodies', 6000, 'about', 'bodies', false],
    ['up to two hundred civilians', 200, 'at most', 'civilians', false],
    ['a hundred soldiers each', 100, 'exact', 'soldiers', true],
  ])('%s', (words, quantity, bound, unit, isEach) => {
    const [mark] = ofKind(read(`They exchanged ${words}.`).suggestions, 'quantity')
    expect(mark?.value).toEqual({ quantity, bound, unit, isEach })
  })
})

test('a weekday that lies ahead is the same day where it is named again, unless something happened on it', () => {
  expect(dates('Talks will resume on Thursday. “The money is for Thursday.”')).toEqual(['2025-07-24'])
  expect(dates('Talks will resume on Thursday. They had met on Thursday.')).toEqual([
    '2025-07-24',
    '2025-07-17',
  ])
})
