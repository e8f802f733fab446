import { describe, expect, test } from 'vitest'
import type { KnownOffice, Lexicon } from '../../src/intake/article.ts'
import { noNames } from '../../src/intake/lexicon.ts'
import { dayNumber } from '../../src/kernel/days.ts'
import { expectedOf, read, said, textOf } from './read.ts'

/* Errors are planted in the articles of the project's own writing; each check must find its own, and nothing else. */
const checksOf = (file: string) => read(textOf(file), expectedOf(file).reference).checks

describe('a weekday that does not fit is found:', () => {
  test('beside its own date', () => {
    expect(said(checksOf('ministry.txt'), 'weekday')).toEqual([
      '“Sunday” is printed; 7 October 2023 was a Saturday.',
    ])
  })

  test('in the lead, against the reference date', () => {
    expect(said(checksOf('wire.txt'), 'weekday')).toEqual([
      '“Tuesday” is printed; the reference date, 4 March 2026, was a Wednesday.',
    ])
  })

  test('one that fits is left alone, as is one that is counted from another day', () => {
    const text =
      'The ministers met in Oskburg on Wednesday, 4 March 2026. They had met last Friday in Halden.'
    expect(said(read(text, '2026-03-04').checks, 'weekday')).toEqual([])
  })
})

test('a headline stronger than the text beneath it is found, with both wordings', () => {
  expect(said(checksOf('wire.txt'), 'headline')).toEqual([
    expect.stringMatching(/^The headline says “Sign .*”; the text beneath it says “tentative agreement”/),
  ])
  expect(said(checksOf('live.html.txt'), 'headline')[0]).toMatch(/“agree on”; .*“is being prepared”/)
  expect(said(checksOf('newspaper.html.txt'), 'headline')[0]).toMatch(
    /“seal deal”; .*“preliminary agreement”/,
  )
  expect(said(checksOf('wire-of-leaders.txt'), 'headline')).toEqual([])
})

test('statements that go back to one agency are one origin', () => {
  expect(said(checksOf('agency-translated.txt'), 'one origin')).toEqual([
    expect.stringMatching(/^\d statements go back to one origin: SEVER\.$/),
  ])
})

test('speakers whom nobody names are one origin: who heard them', () => {
  const text = 'A deal is near, two diplomats said. An official close to the talks said that it was not.'
  expect(said(read(text).checks, 'one origin')).toEqual([
    '2 statements come from people whom the text does not name; they count as one origin, its publisher.',
  ])
})

test('a length that is not the time between beginning and end is found', () => {
  expect(said(checksOf('wire.txt'), 'duration')).toEqual([
    '“about six hours” is printed; 09:15 to before 23:00 is 13 hours 45 minutes.',
  ])
  expect(said(checksOf('ministry.txt'), 'duration')).toEqual([])
})

test('a quote of more than a dozen words must be shortened', () => {
  const words = 'one two three four five six seven eight nine ten eleven twelve'
  const text = (quote: string) => `“${quote}”, Anna Voss said.`
  expect(said(read(text(words)).checks, 'long quote')).toEqual([])
  expect(said(read(text(`${words} thirteen`)).checks, 'long quote')).toEqual([
    'The quote has 13 words; a dozen at most can be kept.',
  ])
})

describe('an office is held against the ones on record:', () => {
  const day = (year: number) => dayNumber({ year, month: 1, day: 1 })
  const office = (title: string, held: [number, number] | null): KnownOffice => ({
    title,
    party_id: 1,
    party: 'Republic of Varenia',
    held: held && `${held[0]}/${held[1]}`,
    earliest: held && day(held[0]),
    latest: held && day(held[1]),
  })
  const knowing = (...offices: KnownOffice[]): Lexicon => ({
    ...noNames,
    people: new Map([['iva dvorkin', [{ id: 1, name: 'Iva Dvorkin', offices }]]]),
  })
  const saidOf = (title: string, lexicon: Lexicon) =>
    read(`${title} Iva Dvorkin said that the talks would go on.`, '2023-06-01', lexicon).checks.map(
      ({ says }) => says,
    )
  const minister = office('Minister of Foreign Affairs', [2020, 2024])

  test('“former” of one that is held that day', () => {
    expect(saidOf('Former Foreign Minister', knowing(minister))).toEqual([
      '“Former Foreign Minister” is said of Iva Dvorkin; the record has the office as held: “Minister of Foreign Affairs”, held 2020 – 2024.',
    ])
  })

  test('“former” of one without dates, or of one that is over', () => {
    expect(saidOf('Former Foreign Minister', knowing(office('Foreign Minister', null)))[0]).toContain(
      'without dates',
    )
    expect(saidOf('Former Foreign Minister', knowing(office('Foreign Minister', [2018, 2020])))).toEqual([])
  })

  test('another one than the record has for that day', () => {
    expect(saidOf('Defence Minister', knowing(minister))).toEqual([
      'The text calls Iva Dvorkin “Defence Minister”; the record has on 1 June 2023 “Minister of Foreign Affairs”.',
    ])
    expect(saidOf('Deputy Foreign Minister', knowing(minister))).toHaveLength(1)
  })

  test('the same in other words is no other, and what somebody does in a delegation is none', () => {
    expect(saidOf('Foreign Minister', knowing(minister))).toEqual([])
    expect(saidOf('Chief negotiator', knowing(minister))).toEqual([])
  })
})
