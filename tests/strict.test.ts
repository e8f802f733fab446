import { expect, test } from 'vitest'
import { strict } from './strict.ts'

test('a name that the page does not hand in is noticed, however deep', () => {
  const page = strict({ rounds: [{ venue: { name: 'Çınar Palace' } }] })
  expect(page.rounds.map(({ venue }) => venue.name)).toEqual(['Çınar Palace'])
  expect(() => page.rounds.map((round) => (round as { city?: string }).city)).toThrow('no "city"')
})
