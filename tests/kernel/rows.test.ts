import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Placing, placeInRows, type Sized } from '../../src/kernel/rows.ts'

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

function ends({ x, mark, name }: Sized, { isNamed, isLate }: Placing): [number, number] {
  return [x - (isLate ? name : 0), x + mark + (isNamed && !isLate ? name : 0)]
}

function isApart(all: Sized[], placed: ReturnType<typeof placeInRows>): boolean {
  const spans = all.flatMap(({ id, x, mark, name }) => {
    const placing = placed.get(id)
    if (!placing) return []
    const [from, to] = ends({ id, x, mark, name }, placing)
    return { row: placing.row, from, to }
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
    { row: 0, isNamed: true, isLate: false },
    { row: 0, isNamed: true, isLate: false },
  ])
})

test('no name in sight is cut by an edge, and near the end it stands before its mark', () => {
  fc.assert(
    fc.property(
      marks,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 400 }),
      (all, rows, from) => {
        const sight = { from, to: from + 400 }
        const placed = placeInRows(all, rows, new Map(), sight)
        expect(isApart(all, placed)).toBe(true)
        for (const one of all.filter(({ x, mark }) => x < sight.to && x + mark > sight.from)) {
          const placing = placed.get(one.id)
          if (!placing?.isNamed) continue
          const [left, right] = ends(one, placing)
          expect(placing.isLate ? left >= sight.from : right <= sight.to).toBe(true)
          expect(placing.isLate).toBe(one.x + one.mark + one.name > sight.to)
        }
      },
    ),
  )
})

test('a name that comes to an edge changes its side and nothing else moves', () => {
  const all = [0, 300].map((x, id): Sized => ({ id, x, mark: 12, name: 100 }))
  const wide = placeInRows(all, 1, new Map(), { from: 0, to: 500 })
  const near = placeInRows(all, 1, wide, { from: -100, to: 400 })
  expect([...near.values()].map(({ row, isLate }) => [row, isLate])).toEqual([
    [0, false],
    [0, true],
  ])
  expect(placeInRows(all, 1, near, { from: 0, to: 500 })).toEqual(near)
  expect(placeInRows(all, 1, near, { from: 250, to: 750 }).get(1)).toEqual({
    row: 0,
    isNamed: true,
    isLate: false,
  })
})
