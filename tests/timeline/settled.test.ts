import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settled } from '../../src/client/timeline/lanes.ts'
import type { Lane } from '../../src/timeline/reply.ts'

const lane = (process: number, track: number | null = null, isOpen = false): Lane => ({
  id: track === null ? `process ${process}` : `track ${track}`,
  title: `${process} ${track}`,
  process,
  slug: `process-${process}`,
  count: 1,
  isOpen,
  more: 0,
})
const some = fc
  .uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 16 })
  .map((ids) => ids.map((id) => lane(id)))
const ids = (lanes: readonly Lane[]) => lanes.map(({ id }) => id)

test('who stays keeps its place, who arrives gets one, and none is there twice', () => {
  fc.assert(
    fc.property(some, some, (shown, next) => {
      const laid = ids(settled(shown, next))
      expect(new Set(laid).size).toBe(laid.length)
      expect(laid).toEqual(expect.arrayContaining(ids(next)))
      for (const id of ids(shown))
        if (ids(next).includes(id)) expect(laid.indexOf(id)).toBe(ids(shown).indexOf(id))
      expect(laid.length).toBeLessThanOrEqual(Math.max(shown.length, next.length))
    }),
  )
})

test('a place is given away only to somebody, and then its lane is empty no more', () => {
  expect(settled([lane(1), lane(2)], [lane(2)])).toMatchObject([
    { process: 1, count: 0 },
    { process: 2, count: 1 },
  ])
  expect(ids(settled([lane(1), lane(2)], [lane(2), lane(3)]))).toEqual(['process 3', 'process 2'])
})

test('tracks stay with their negotiation, and what was opened or shut is laid out anew', () => {
  const open = [lane(1, null, true), lane(1, 11), lane(2)]
  expect(ids(settled(open, [lane(2), lane(1, null, true), lane(1, 12)]))).toEqual([
    'process 1',
    'track 11',
    'track 12',
    'process 2',
  ])
  expect(settled(open, [lane(2), lane(1)])).toEqual([lane(2), lane(1)])
})
