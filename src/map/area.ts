import { Refusal } from '../kernel/fault.ts'

/** Degrees of longitude and latitude in the order of RFC 7946. One that crosses the antimeridian has a west beyond its east. */
export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** What the map shows: the whole world, a box, or (null) as much as its venues need. */
export type Area = 'world' | Box | null

const BOX =
  /^(-?\d{1,3}(?:\.\d{1,2})?),(-?\d{1,2}(?:\.\d{1,2})?),(-?\d{1,3}(?:\.\d{1,2})?),(-?\d{1,2}(?:\.\d{1,2})?)$/

/** @throws Refusal 400 */
export function areaIn(given: unknown): Area {
  if (given === undefined || given === '') return null
  if (given === 'world') return given
  const found = typeof given === 'string' ? BOX.exec(given) : null
  const [west = 999, south = 0, east = 0, north = 0] = found?.slice(1).map(Number) ?? []
  const isOnEarth = Math.max(Math.abs(west), Math.abs(east)) <= 180 && south >= -90 && north <= 90
  if (!isOnEarth || south > north)
    throw new Refusal(400, 'Area must be world, or west,south,east,north in degrees, such as 25,36,45,42.')
  return { west, south, east, north }
}

export function sayArea({ west, south, east, north }: Box): string {
  return [west, south, east, north].map((degrees) => Math.round(degrees * 100) / 100).join(',')
}

type Position = readonly [longitude: number, latitude: number]

/** The smallest box around these positions, over the antimeridian where that is the shorter way; null around none. */
export function boxAround(positions: readonly Position[]): Box | null {
  if (positions.length === 0) return null
  const latitudes = positions.map(([, latitude]) => latitude)
  return {
    ...arcOver(positions.map(([longitude]) => longitude)),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  }
}

/** All round the earth but for the widest gap. */
function arcOver(longitudes: number[]): { west: number; east: number } {
  const sorted = [...new Set(longitudes)].sort((a, b) => a - b)
  const gaps = sorted.map((east, at) => {
    const west = sorted[at + 1] ?? sorted[0] ?? 0
    return { west, east, degrees: at + 1 < sorted.length ? west - east : west + 360 - east }
  })
  const { west, east } = gaps.reduce((a, b) => (b.degrees >= a.degrees ? b : a))
  return { west, east }
}

/** How many degrees it is wide. */
export function widthOf({ west, east }: Box): number {
  return east >= west ? east - west : east - west + 360
}

/** In the middle of it. */
export function centreOf(box: Box): [longitude: number, latitude: number] {
  const middle = box.west + widthOf(box) / 2
  return [middle > 180 ? middle - 360 : middle, (box.south + box.north) / 2]
}

/** With room around what it held, and never so small that the coast would be a guess; outward to whole degrees, so that boxes repeat. */
export function roomAround(box: Box): Box {
  const [longitude, latitude] = centreOf(box)
  const half = {
    wide: Math.max(widthOf(box) * 0.56, 4 / Math.max(0.2, Math.cos((latitude * Math.PI) / 180))),
    high: Math.max((box.north - box.south) * 0.56, 3),
  }
  const lon = (degrees: number) => ((((degrees + 180) % 360) + 360) % 360) - 180
  return {
    west: lon(Math.floor(longitude - half.wide)),
    east: lon(Math.ceil(longitude + half.wide)),
    south: Math.max(-90, Math.floor(latitude - half.high)),
    north: Math.min(90, Math.ceil(latitude + half.high)),
  }
}
