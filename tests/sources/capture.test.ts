import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passagesIn } from '../../src/sources/capture.ts'
import { capturedText } from '../../src/sources/capture-view.ts'
import type { Claim } from '../../src/sources/claim-reads.ts'

function found(text: string, quote: string): string[] | null {
  const [place] = passagesIn(text, [{ id: 1, quote }])
  return place?.spans?.map(({ start, end }) => text.slice(start, end)) ?? null
}

test.each([
  ['They met for “about two hours”.', 'about two hours', 'about two hours'],
  ['It lasted About  two\nhours.', 'about two hours', 'About  two\nhours'],
  ['The sides’ lists', "sides' lists", 'sides’ lists'],
  ['He said: ‘not yet’ twice', '“not yet”', 'not yet'],
  ['a ten–day pause', 'ten-day pause', 'ten–day pause'],
  ['wait … and see', 'wait ... and see', 'wait … and see'],
  ['at the Çırağan Palace', 'Ciragan palace', 'Çırağan Palace'],
  ['ex\u00ADchange of lists', 'exchange', 'ex\u00ADchange'],
  ['双方同意交换名单', '交换名单', '交换名单'],
])('in %j the quote %j is found as %j', (text, quote, passage) => {
  expect(found(text, quote)).toEqual([passage])
})

test('a quote with something left out is found part by part', () => {
  const text = 'The chairman, Mr Rook, opened at 7.15 pm and the commission finally adopted the text.'
  expect(found(text, '7.15 pm … finally adopted')).toEqual(['7.15 pm', 'finally adopted'])
  expect(found(text, 'the commission [at last] adopted')).toEqual(['the commission', 'adopted'])
  expect(found(text, 'finally adopted … 7.15 pm')).toBeNull()
})

test('words are found as words, and a quote that is not there is not found', () => {
  expect(found('by telephone', 'one')).toBeNull()
  expect(found('phone, one', 'one')).toEqual(['one'])
  expect(found('lists were exchanged', 'lists were handed over')).toBeNull()
  expect(found('lists were exchanged', '…')).toBeNull()
})

test('whatever words stand in a text are found in it', () => {
  const word = fc.stringMatching(/^[a-zçüé]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.array(word), fc.array(word), (quote, before, after) => {
      const text = [...before, ...quote, ...after].join(' ')
      expect(found(text, quote.join(' ').toUpperCase())).not.toBeNull()
    }),
  )
})

function view(text: string, quotes: string[], isWhole = false) {
  const capture = { source_id: 1, captured: null, text, text_sha256: '0' }
  const claims = quotes.map((quote, at) => ({ id: at + 1, quote }) as Claim)
  return capturedText(capture, claims, isWhole)
}

test('overlapping passages are cut where each begins and ends', () => {
  const { excerpts } = view('The sides agreed to exchange lists in May.', [
    'agreed to exchange',
    'exchange lists',
  ])
  const pieces = excerpts[0]?.paragraphs[0]?.pieces ?? []
  expect(pieces.map(({ words, isQuoted }) => (isQuoted ? `[${words}]` : words)).join('')).toBe(
    'The sides [agreed to ][exchange][ lists] in May.',
  )
  expect(pieces.map(({ begins }) => begins.map(({ id }) => id).join())).toEqual([
    '',
    'passage-1',
    'passage-2',
    '',
    '',
  ])
  expect(pieces.map(({ ends }) => ends.map(({ claim }) => claim).join())).toEqual([
    '',
    '',
    'Claim 1',
    'Claim 2',
    '',
  ])
})

test('a reader sees some two hundred characters around a quote, cut at words, and no more', () => {
  const far = 'word '.repeat(100)
  const { excerpts } = view(`${far}the quote ${far}`, ['the quote'])
  const [excerpt] = excerpts
  const shown = excerpt?.paragraphs.flatMap(({ pieces }) => pieces.map(({ words }) => words)).join('') ?? ''
  expect(excerpts).toHaveLength(1)
  expect(excerpt).toMatchObject({ isCutBefore: true, isCutAfter: true })
  expect(shown.length).toBeGreaterThan(380)
  expect(shown.length).toBeLessThanOrEqual(409)
  expect(shown).toMatch(/^word .* word$/)
})

test('somebody signed in sees the whole text, every letter of it', () => {
  const text = 'One.\n\nTwo about two hours.\nThree.'
  const { excerpts } = view(text, ['about two hours', 'two hours. three'], true)
  const shown = excerpts[0]?.paragraphs.map(({ pieces }) => pieces.map(({ words }) => words).join(''))
  expect(shown).toEqual(['One.', 'Two about two hours.\nThree.'])
})
