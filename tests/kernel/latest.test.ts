import { expect, test } from 'vitest'
import { Latest } from '../../src/kernel/latest.ts'

test('what was asked for last is kept, and what was not for longest is made anew', () => {
  const made: string[] = []
  const latest = new Latest<string, string>(2)
  const make = (key: string) => {
    made.push(key)
    return key.toUpperCase()
  }
  const ask = (key: string) => latest.get(key, () => make(key))
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  latest.delete('a')
  ask('a')
  expect(made).toEqual(['a', 'b', 'c', 'b', 'a'])
})
