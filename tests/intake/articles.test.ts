import { describe, expect, test } from 'vitest'
import { type Measured, scoresOf, together } from '../../src/intake/measure.ts'
import { articles, expectedOf, read, textOf } from './read.ts'

/*
 * Texts whose names start with "held-out" were written when the rules were finished and read once; the others helped to
 * write the rules. Both floors are what was measured, so that a change that loses something is seen.
 */
const heldOut = articles.filter((file) => file.startsWith('held-out'))
const tuned = articles.filter((file) => !heldOut.includes(file))

type Floor = Partial<Record<Measured, [number, number, number]>>
/** For each kind: found, of how many expected, and at most how many wrong suggestions. */
const FLOOR_TUNED: Floor = {
  people: [43, 43, 0],
  offices: [42, 42, 0],
  places: [42, 42, 0],
  dates: [56, 57, 2],
  times: [27, 27, 0],
  quotes: [38, 38, 0],
  relays: [28, 28, 0],
}
const FLOOR_HELD_OUT: Floor = {}

function totals(files: string[]) {
  const scores = files.map((file) => {
    const expected = expectedOf(file)
    return scoresOf(read(textOf(file), expected.reference).suggestions, expected)
  })
  return new Map(together(scores).map((score) => [score.kind, score]))
}

describe.each([
  ['the texts that the rules were written with', tuned, FLOOR_TUNED],
  ['the texts that were never seen before', heldOut, FLOOR_HELD_OUT],
])('%s', (_which, files, floor) => {
  const scores = totals(files)
  test.each(Object.entries(floor))(
    '%s: as many found and as few wrong as measured',
    (kind, [found, of, wrong]) => {
      const score = scores.get(kind as Measured)
      expect(score?.expected).toBe(of)
      expect([score?.found, score?.missed]).toEqual([
        expect.toSatisfy((number: number) => number >= found),
        expect.anything(),
      ])
      expect([score?.wrong.length, score?.wrong]).toEqual([
        expect.toSatisfy((number: number) => number <= wrong),
        expect.anything(),
      ])
    },
  )
})
