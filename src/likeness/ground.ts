/* Places on the ground, near enough to one another to be one. */

const NEAR_METRES = 200
const METRES_A_DEGREE = 111_320
/** Of a degree: some 1,100 metres from south to north. */
const CELL = 0.01

export interface Point {
  latitude: number
  longitude: number
}

/** The cells of a grid that lie within reach of a point: two points that are near share the cell of either. */
export function cellsNear({ latitude, longitude }: Point): string[] {
  const high = NEAR_METRES / METRES_A_DEGREE
  // Towards the poles a degree from west to east is short; nobody meets there.
  const wide = high / Math.max(0.1, Math.cos((latitude * Math.PI) / 180))
  const cells = (from: number, reach: number) =>
    range(Math.floor((from - reach) / CELL), Math.floor((from + reach) / CELL))
  return cells(latitude, high).flatMap((row) => cells(longitude, wide).map((column) => `${row} ${column}`))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

export function isNear(one: Point, other: Point): boolean {
  const north = (one.latitude - other.latitude) * METRES_A_DEGREE
  const middle = (((one.latitude + other.latitude) / 2) * Math.PI) / 180
  const east = (one.longitude - other.longitude) * METRES_A_DEGREE * Math.cos(middle)
  return Math.hypot(north, east) <= NEAR_METRES
}
