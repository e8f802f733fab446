import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimChanges, type Said, shortened, wordChanges } from '../../src/sources/changes.ts'

function say(before: string, after: string): string {
  const signs = { same: '', added: '+', removed: '-' }
  return (wordChanges(before, after) ?? [])
    .map(({ kind, words }) => (kind === 'same' ? words : `{${signs[kind]}${words}}`))
    .join('')
}

test('a word that was exchanged is seen as one removed and one added', () => {
  expect(say('Envoys gather at Port Helm', 'Envoys meet at Port Helm')).toBe(
    'Envoys {-gather}{+meet} at Port Helm',
  )
})

test('without what was added stand the words of the earlier text, without what was removed those of the later', () => {
  const text = fc.array(fc.constantFrom('the', 'sides', 'agreed', 'proposed', 'lists', '.'), {
    maxLength: 20,
  })
  const bare = (words: string) => words.replace(/\s/g, '')
  fc.assert(
    fc.property(text, text, (some, others) => {
      const runs = wordChanges(some.join(' '), others.join(' ')) ?? []
      const without = (kind: string) =>
        runs
          .filter((run) => run.kind !== kind)
          .map(({ words }) => words)
          .join('')
      expect(bare(without('added'))).toBe(bare(some.join('')))
      expect(bare(without('removed'))).toBe(bare(others.join('')))
    }),
  )
})

test('texts with nothing in common are not set side by side', () => {
  const words = (letter: string) => Array.from({ length: 3000 }, (_, at) => `${letter}${at}`).join(' ')
  expect(wordChanges(words('a'), words('b'))).toBeNull()
})

test('long stretches that stayed the same are cut, and so is a long passage of another text', () => {
  const same = 'as before '.repeat(100)
  const runs = wordChanges(`${same}old ${same}`, `${same}${'new words '.repeat(100)}${same}`) ?? []
  const shown = shortened(runs, 50, 80)
  expect(shown.filter(({ kind }) => kind === 'cut')).toHaveLength(3)
  expect(shown.map(({ words }) => words).join('').length).toBeLessThan(250)
  expect(shortened(runs, 50, Number.POSITIVE_INFINITY).filter(({ kind }) => kind === 'cut')).toHaveLength(2)
})

function claim(field: string, value: string, more: Partial<Said> = {}): Said {
  return { record: 'round', record_id: 1, field, affirms: 1, value, value_exactness: null, ...more }
}

test('claims differ where both versions speak of a field and not alike', () => {
  const { differing, onlyBefore, onlyAfter } = claimChanges(
    [
      claim('result', 'Proposed'),
      claim('date', '2024'),
      claim('status', 'held'),
      claim('language', 'English'),
    ],
    [
      claim('result', 'Agreed'),
      claim('date', '2024', { value_exactness: 'exact' }),
      claim('status', 'held', { affirms: 0 }),
    ],
  )
  expect(differing.map(({ before, after }) => [before[0]?.value, after[0]?.affirms])).toEqual([
    ['Proposed', 1],
    ['held', 0],
  ])
  expect([onlyBefore, onlyAfter]).toEqual([1, 0])
})
