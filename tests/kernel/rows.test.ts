import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeInRows, type Sized } from '../../src/kernel/rows.ts'

const marks = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 800 }),
      mark: fc.integer({ min: 12, max: 80 }),
      name: fc.integer({ min: 10, max: 150 }),
    }),
    { maxLength: 60 },
  )
  .map((some) => some.sort((a, b) => a.x - b.x).map((one, id): Sized => ({ id, ...one })))

function isApart(all: Sized[], placed: ReturnType<typeof placeInRows>): boolean {
  const spans = all.flatMap(({ id, x, mark, name }) => {
    const placing = placed.get(id)
    return placing ? { row: placing.row, from: x, to: x + mark + (placing.isNamed ? name : 0) } : []
  })
  return spans.every((a) =>
    spans.every((b) => a === b || a.row !== b.row || a.to <= b.from || b.to <= a.from),
  )
}

test('nothing lies on anything else, in no more rows than there are', () => {
  fc.assert(
    fc.property(marks, fc.integer({ min: 1, max: 3 }), (all, rows) => {
      const placed = placeInRows(all, rows)
      expect(isApart(all, placed)).toBe(true)
      expect([...placed.values()].every(({ row }) => row < rows)).toBe(true)
    }),
  )
})

test('what was placed stays where it was when others come into sight', () => {
  fc.assert(
    fc.property(
      marks,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 800 }),
      (all, rows, edge) => {
        const seen = all.filter(({ x }) => x < edge)
        const before = placeInRows(seen, rows)
        const after = placeInRows(all, rows, before)
        for (const [id, placing] of before) expect(after.get(id)).toEqual(placing)
        expect(isApart(all, after)).toBe(true)
      },
    ),
  )
})

test('a mark is seen before any name is, and names go where there is room', () => {
  const at = (id: number, x: number): Sized => ({ id, x, mark: 12, name: 100 })
  const crowd = placeInRows([at(1, 0), at(2, 20), at(3, 40), at(4, 60)], 2)
  expect(crowd.size).toBe(4)
  expect([...crowd.values()].filter(({ isNamed }) => isNamed)).toHaveLength(2)
  const apart = placeInRows([at(1, 0), at(2, 200)], 2)
  expect([...apart.values()]).toEqual([
    { row: 0, isNamed: true },
    { row: 0, isNamed: true },
  ])
})
