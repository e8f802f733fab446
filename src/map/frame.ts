import { type GeoProjection, geoAzimuthalEqualArea, geoEqualEarth } from 'd3-geo'
import { type Area, type Box, boxAround, centreOf, roomAround, sayArea, widthOf } from './area.ts'

/** Of the drawing, in its own units. */
export const WIDTH = 960
export const HEIGHT = 470
const EDGE = 8
/** A wider box is better seen on the whole world. */
const WIDEST = 130

/** How the earth lies on the drawing. */
export interface Frame {
  projection: GeoProjection
  isWorld: boolean
  /** Names the frame; the same key is the same drawing of the land. */
  key: string
  /** Small enough that the finer coast is worth its bytes. */
  isClose: boolean
}

/** Both projections keep areas true, as the circles do. A box is seen from straight above its middle. */
export function frameOf(area: Area, positions: ReadonlyArray<readonly [number, number]>): Frame {
  const box = area === 'world' ? null : (area ?? boxAround(positions))
  if (box === null || isWide(box)) return theWorld()
  return frameOfBox(roomAround(box))
}

function isWide(box: Box): boolean {
  return widthOf(box) > WIDEST || box.north - box.south > WIDEST
}

function theWorld(): Frame {
  // Turned a little, so that no land is cut but the Antarctic.
  const projection = geoEqualEarth().rotate([-11, 0]).precision(0.4)
  projection.fitExtent(inner, { type: 'Sphere' })
  return { projection, isWorld: true, key: 'world', isClose: false }
}

function frameOfBox(box: Box): Frame {
  const [longitude, latitude] = centreOf(box)
  const projection = geoAzimuthalEqualArea().rotate([-longitude, -latitude]).precision(0.4)
  projection.fitExtent(inner, { type: 'MultiPoint', coordinates: rim(box) })
  projection.clipExtent([
    [-1, -1],
    [WIDTH + 1, HEIGHT + 1],
  ])
  return { projection, isWorld: false, key: sayArea(box), isClose: widthOf(box) < 40 }
}

const inner: [[number, number], [number, number]] = [
  [EDGE, EDGE],
  [WIDTH - EDGE, HEIGHT - EDGE],
]

/** Points along the edges of a box: seen from above they are no straight lines. */
function rim(box: Box): Array<[number, number]> {
  const steps = [0, 0.25, 0.5, 0.75, 1]
  return steps.flatMap((step): Array<[number, number]> => {
    const longitude = box.west + widthOf(box) * step
    const latitude = box.south + (box.north - box.south) * step
    return [
      [longitude, box.south],
      [longitude, box.north],
      [box.west, latitude],
      [box.east, latitude],
    ]
  })
}

/** Where a position lies on the drawing; null where it does not. */
export function placeOn({ projection }: Frame, position: [number, number]): { x: number; y: number } | null {
  const [x = -1, y = -1] = projection(position) ?? []
  return x >= 0 && y >= 0 && x <= WIDTH && y <= HEIGHT ? { x, y } : null
}
