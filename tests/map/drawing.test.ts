import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaIn, type Box, boxAround, roomAround, sayArea, widthOf } from '../../src/map/area.ts'
import { circlesOf } from '../../src/map/circles.ts'
import { frameOf, HEIGHT, placeOn, WIDTH } from '../../src/map/frame.ts'
import { landOn } from '../../src/map/land.ts'
import { isWithin } from '../../src/map/view.ts'

const longitudes = fc.integer({ min: -1790, max: 1790 }).map((tenths) => tenths / 10)
const latitudes = fc.integer({ min: -850, max: 850 }).map((tenths) => tenths / 10)
const positions = fc.array(fc.tuple(longitudes, latitudes), { minLength: 1, maxLength: 30 })

describe('the box around positions', () => {
  test.each<[string, Array<[number, number]>, Box]>([
    ['of one', [[29, 41]], { west: 29, south: 41, east: 29, north: 41 }],
    [
      'of two',
      [
        [29, 41],
        [6, 46],
      ],
      { west: 6, south: 41, east: 29, north: 46 },
    ],
    [
      'over the antimeridian',
      [
        [179, -17],
        [-172, -14],
      ],
      { west: 179, south: -17, east: -172, north: -14 },
    ],
  ])('%s', (_words, given, box) => expect(boxAround(given)).toEqual(box))

  test('holds each of them, and so does the room around it', () => {
    fc.assert(
      fc.property(positions, (given) => {
        const box = boxAround(given) as Box
        for (const position of given) expect([position, isWithin(box, position)]).toEqual([position, true])
        if (widthOf(box) < 300)
          for (const position of given) expect(isWithin(roomAround(box), position)).toBe(true)
      }),
    )
  })

  test('is read as it is written', () => {
    fc.assert(
      fc.property(positions, (given) => {
        const box = boxAround(given) as Box
        expect(areaIn(sayArea(box))).toEqual(box)
      }),
    )
  })

  test.each(['190,0,1,1', '1,5,2,4', '1,2,3', 'here', '1e3,0,0,0', ['world']])('%s is refused', (given) => {
    expect(() => areaIn(given)).toThrow('Area must be world, or west,south,east,north')
  })
})

/** Each point of a path that steps from point to point. */
function pointsOf(path: string): Array<{ x: number; y: number }> {
  return path.split('z').flatMap((ring) => {
    const [x = 0, y = 0, ...steps] = (ring.match(/-?[\d.]+/g) ?? []).map(Number)
    const points = [{ x, y }]
    for (let at = 0; at + 1 < steps.length; at += 2) {
      const last = points.at(-1) ?? { x, y }
      points.push({ x: last.x + (steps[at] ?? 0), y: last.y + (steps[at + 1] ?? 0) })
    }
    return ring === '' ? [] : points
  })
}

describe('the frame', () => {
  test('has a place for whatever is to be shown', () => {
    fc.assert(
      fc.property(positions, (given) => {
        const frame = frameOf(null, given)
        for (const position of given)
          expect([frame.key, placeOn(frame, position)]).not.toEqual([frame.key, null])
      }),
    )
  })

  test('north is up and east is right, on the world and near by', () => {
    for (const frame of [frameOf('world', []), frameOf(null, [[29, 41]])]) {
      const [here, there] = [placeOn(frame, [29, 41]), placeOn(frame, [31, 42])]
      expect((there?.x ?? 0) > (here?.x ?? 0) && (there?.y ?? 0) < (here?.y ?? 0)).toBe(true)
    }
  })

  test('a wide box shows the world, a small one a coast', () => {
    expect(
      frameOf(null, [
        [-120, 0],
        [60, 0],
      ]).isWorld,
    ).toBe(true)
    expect(frameOf(null, [])).toMatchObject({ isWorld: true })
    const near = frameOf({ west: 28, south: 40.9, east: 29.2, north: 41.2 }, [])
    expect(near).toMatchObject({ isWorld: false, isClose: true })
    const land = landOn(near)
    expect(land).toMatch(/^(M[\d-]+,[\d-]+l([\d-]+,[\d-]+ ?)+z)+$/)
    expect(landOn(near)).toBe(land)
    for (const { x, y } of pointsOf(land)) {
      expect(x >= -20 && x <= 10 * WIDTH + 20).toBe(true)
      expect(y >= -20 && y <= 10 * HEIGHT + 20).toBe(true)
    }
  })

  test('a drawing of the land is small, wherever it is', () => {
    for (const [west, south] of [
      [-10, 35],
      [5, 55],
      [-100, 60],
      [110, -10],
      [-75, -55],
      [170, -20],
    ]) {
      const [w = 0, s = 0] = [west, south]
      for (const wide of [3, 20, 40, 100]) {
        const east = w + wide > 180 ? w + wide - 360 : w + wide
        const frame = frameOf({ west: w, south: s, east, north: Math.min(80, s + wide / 2) }, [])
        expect([frame.key, landOn(frame).length < 60_000]).toEqual([frame.key, true])
      }
    }
  })
})

describe('circles', () => {
  const spots = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: WIDTH }),
      y: fc.integer({ min: 0, max: HEIGHT }),
      rounds: fc.integer({ min: 1, max: 5000 }),
    }),
    { maxLength: 200 },
  )

  test('hold every venue and every round once, and none covers the middle of another', () => {
    fc.assert(
      fc.property(spots, (given) => {
        const circles = circlesOf(given.map((spot, venue) => ({ ...spot, venue })))
        const venues = circles.flatMap(({ venues }) => venues)
        expect(venues.toSorted((a, b) => a - b)).toEqual(given.map((_spot, at) => at))
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
        expect(sum(circles.map(({ rounds }) => rounds))).toBe(sum(given.map(({ rounds }) => rounds)))
        for (const [at, one] of circles.entries())
          for (const other of circles.slice(at + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(one.r)
      }),
      { numRuns: 50 },
    )
  })

  test('four times the rounds is twice as wide', () => {
    const [large, small] = circlesOf([
      { x: 100, y: 100, rounds: 400, venue: 'Geneva' },
      { x: 500, y: 100, rounds: 100, venue: 'Doha' },
    ])
    expect(large?.r).toBeCloseTo(2 * (small?.r ?? 0))
  })
})
