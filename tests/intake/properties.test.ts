import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersRead } from './counted.ts'
import { articles, read, textOf } from './read.ts'

/* Whatever is pasted: nothing fails, every mark stands on its words, and no text takes longer than its length. */

const fragments = [
  ...[
    '<p>',
    '</p>',
    '<br>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<a href="',
    '">',
    '&amp;',
    '&#x27;',
    '&lt;',
    '\n\n',
    '\n',
  ],
  ...['“', '”', '"', "'", '‘', '’', '«', '»', '(', ')', ':', ', ', '. ', ' — ', ' - ', ' '],
  ...[
    'Foreign Minister',
    'Anna Voss',
    'J. Brandt',
    'Recep Tayyip Erdoğan',
    'Ukraine’s',
    'U.S.',
    'the source',
    'he',
    'TASS',
    'Reuters',
  ],
  ...[
    ' said ',
    ' told ',
    ' reported, citing ',
    'according to ',
    ' and ',
    ' of ',
    ' in ',
    ' at the ',
    'Halden Palace',
    'Geneva',
  ],
  ...[
    'Tuesday',
    '23 July 2025',
    'July 23',
    '31 June 2025',
    '03/04/2025',
    'yesterday',
    'two weeks ago',
    '8:37 p.m.',
    '25:99',
    '20:37 GMT',
  ],
  ...[
    'an hour and a half',
    'at least 1,200 prisoners from each side',
    'proposed',
    'without an agreement',
    'İ',
    'ı',
    '𝔘',
    '\u202e',
    '\ud800',
  ],
]
const text = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 120 },
  )
  .map((some) => some.join(''))
const day = fc.constantFrom(null, '2025-07-23', '0000-01-01', '2025', 'nonsense')

test('any text gives marks that stand on their words, in order, and outside the furniture', () => {
  fc.assert(
    fc.property(text, day, (raw, reference) => {
      const { article, suggestions, checks } = read(raw, reference)
      let last = 0
      for (const { start, end, words } of suggestions) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(article.text.slice(start, end)).toBe(words)
        last = start
      }
      for (const { start, end, text } of article.paragraphs) expect(article.text.slice(start, end)).toBe(text)
      for (const { spans } of checks)
        for (const { start, end } of spans)
          expect(0 <= start && start < end && end <= article.text.length).toBe(true)
      const furniture = article.paragraphs.filter(({ isFurniture }) => isFurniture)
      expect(
        suggestions.some(({ start }) => furniture.some((one) => one.start <= start && start < one.end)),
      ).toBe(false)
    }),
    { numRuns: 400 },
  )
})

describe('twice the text takes twice the work:', () => {
  const whole = articles.map((file) => [file, `${textOf(file)}\n`] as const)
  const hostile = [
    ...[
      '<',
      '<a ',
      '<a x="',
      "<a x='>",
      '<!--',
      '<script>',
      '&',
      '&#1',
      '“',
      '"',
      " '",
      '‘',
      '- ',
      ' ',
      '( ',
    ],
    ...[
      'Anna Voss ',
      'A',
      'said ',
      'according to ',
      'Reuters reported, citing ',
      'Minister and ',
      'of the ',
      'a senior official ',
      'one of the ',
      'a man who ',
      'was quoted by ',
      "Voss's lawyer said ",
      'Dar es ',
      'the police, who fear ',
      'Human rights lawyers in ',
      'the Orvan ',
    ],
    ...['1 ', '1.2.2025 ', ', ', 'A: ', '<p>', 'is ', 'May ', '8:37 '],
  ].map((one) => [JSON.stringify(one), one] as const)

  test.each([...whole, ...hostile])('%s', (_name, piece) => {
    const times = Math.ceil(20_000 / piece.length)
    const once = lettersRead(() => read(`<p>x</p>${piece.repeat(times)}`, '2025-07-23'))
    const twice = lettersRead(() => read(`<p>x</p>${piece.repeat(times * 2)}`, '2025-07-23'))
    expect(twice / once).toBeLessThan(2.4)
  })
})

test('two million letters are read, and no more', () => {
  const { article } = read(`<p>${'word '.repeat(500_000)}</p>`)
  expect(article.text.length).toBeGreaterThan(1_900_000)
  expect(article.text.length).toBeLessThanOrEqual(2_000_000)
})
