import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OPEN } from '../../src/kernel/edtf.ts'
import { columnsFrom, eachWithin } from '../../src/timeline/columns.ts'
import { LaneRounds } from '../../src/timeline/lane-rounds.ts'
import { dayOf } from '../../src/timeline/spans.ts'

const day = fc.integer({ min: -1500, max: 1500 })
const round = fc
  .record({
    ...{ id: fc.nat(), process: fc.constantFrom(1, 2), track: fc.constantFrom(3, 4) },
    first: fc.oneof({ weight: 5, arbitrary: day }, fc.constant(-OPEN)),
    length: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 900 }), fc.constant(Number.NaN)),
    ...{ end: day, flags: fc.nat({ max: 3 }) },
  })
  .map(({ first, length, end, ...round }) => {
    const last = Number.isNaN(length) ? OPEN : first === -OPEN ? end : first + length
    return { ...round, first, last }
  })
const rounds = fc.array(round, { maxLength: 40 })
/** A window of whole bins. */
const window = fc
  .record({ first: day, wide: fc.integer({ min: 1, max: 300 }), many: fc.integer({ min: 1, max: 12 }) })
  .map(({ first, wide, many }) => ({
    ...{ first, last: first + wide * many - 1 },
    edges: Array.from({ length: many }, (_, nth) => first + nth * wide),
  }))

test('the bins of a lane hold whoever may have overlapped the window, each in the bin of its day or at the edge', () => {
  fc.assert(
    fc.property(rounds, window, (rounds, { edges, ...window }) => {
      const there = rounds.filter(({ first, last }) => last >= window.first && first <= window.last)
      const expected = edges.map(() => ({ count: 0, flags: 0 }))
      for (const round of there) {
        const at = edges.findLastIndex((edge) => edge <= dayOf(round))
        const bin = expected[Math.max(0, at)]
        if (!bin) continue
        bin.count++
        bin.flags |= round.flags
      }
      const lane = new LaneRounds(rounds)
      const found = edges.map(() => ({ count: 0, flags: 0 }))
      const packed = lane.bins(edges, window).packed()
      for (let nth = 0, at = 0; nth < packed.length; nth += 3) {
        at += packed[nth] ?? 0
        found[at] = { count: packed[nth + 1] ?? 0, flags: packed[nth + 2] ?? 0 }
      }
      expect(found).toEqual(expected)
      expect(lane.overlapping(window)).toBe(there.length)
    }),
    { numRuns: 500 },
  )
})

test('those of a window are found wherever they begin, and no others', () => {
  fc.assert(
    fc.property(rounds, window, (rounds, window) => {
      const sorted = rounds.sort((a, b) => dayOf(a) - dayOf(b))
      const found: number[] = []
      eachWithin(columnsFrom(sorted), window, (nth) => found.push(nth))
      const expected = sorted.flatMap(({ first, last }, nth) =>
        last >= window.first && first <= window.last ? [nth] : [],
      )
      expect(found.sort((a, b) => a - b)).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})
