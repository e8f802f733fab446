import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuestion } from '../../src/search/query.ts'

/** The question as one line: a star for what is begun, a minus for what is left out. */
function told(typed: string): string {
  const { terms, fields } = readQuestion(typed)
  const minus = (isNot: boolean) => (isNot ? '-' : '')
  return [
    ...terms.map(({ isNot, words, isBegun }) => `${minus(isNot)}<${words.join(' ')}${isBegun ? '*' : ''}>`),
    ...fields.map(({ isNot, field, value }) => `${minus(isNot)}${field}=<${value}>`),
  ].join(' ')
}

describe('what is typed is read as', () => {
  test.each([
    ['Istanbul talks', '<istanbul> <talks*>'],
    ['talk* Istanbul', '<talk*> <istanbul*>'],
    ['"steps for return"', '<steps for return>'],
    ['“steps for return” «Zweite Runde»', '<steps for return> <zweite runde>'],
    ['"an open phrase', '<an open phrase>'],
    ['talks -tass -"the same words"', '<talks> -<tass> -<the same words>'],
    ['–tass talks', '-<tass> <talks*>'],
    ['Çırağan Умєров', '<ciragan> <умєров*>'],
    ['Russia–Ukraine', '<russia ukraine*>'],
    ["O'Neill", '<o neill*>'],
    ['停火协议', '<停 火 协 议>'],
    ['a', '<a>'],
    ['venue:"Çırağan Palace" par', '<par*> venue=<Çırağan Palace>'],
    ['venue: istanbul STATUS:disputed', 'venue=<istanbul> status=<disputed>'],
    ['-party:russia -year:2022 x', '<x> -party=<russia> -year=<2022>'],
    ['venue:istan*', 'venue=<istan>'],
    ['at 10:30', '<at> <10 30*>'],
    ['https://example.org/a', '<https example org a>'],
    ['NEAR(a b) AND OR NOT {name} : ^x', '<near a> <b> <and> <or> <not> <name> <x>'],
    ['* - -- "" \' : ( )', ''],
    ['', ''],
  ])('%s: %s', (typed, question) => {
    expect(told(typed)).toBe(question)
  })
})

test('an unknown field word, or one with nothing behind it, is told and left out', () => {
  const unknown = readQuestion('place:Oslo talks')
  expect(unknown.faults).toHaveLength(1)
  expect(unknown.faults[0]).toMatch(
    /^“place:” is no field word and was left out\. The field words are venue, party, /,
  )
  expect(unknown.terms.map(({ words }) => words)).toEqual([['talks']])
  expect(readQuestion('talks venue:').faults).toEqual([
    'Nothing stands behind “venue:”, which was left out. Write it as in venue:"Some name".',
  ])
})

test('of a long question the first sixteen parts are asked, and that is said', () => {
  const { terms, faults } = readQuestion(Array.from({ length: 40 }, (_, at) => `w${at}`).join(' '))
  expect(terms).toHaveLength(16)
  expect(terms.at(-1)?.isBegun).toBe(false)
  expect(faults).toEqual(['That is long: the first 16 words were searched.'])
})

test('whatever is typed is read, and asks only for folded words', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.constantFrom('"', '-', ':', '*', ' ', 'venue', 'a', 'Ş', '停', '(', '^', 'NEAR'))
      .map((some) => some.join('')),
  )
  fc.assert(
    fc.property(anything, (typed) => {
      const { terms, fields } = readQuestion(typed)
      expect(terms.length + fields.length).toBeLessThanOrEqual(16)
      for (const { words } of terms) {
        expect(words.length).toBeGreaterThan(0)
        expect(words.join('')).toMatch(/^[\p{L}\p{N}]+$/u)
      }
    }),
    { numRuns: 2000 },
  )
})
