import { createRequire } from 'node:module'
import { geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Frame } from './frame.ts'
import { Pen } from './pen.ts'

const require = createRequire(import.meta.url)
type World = Topology<{ land: GeometryCollection }>
type Land = ReturnType<typeof feature<Record<string, never>>>

const read = new Map<string, Land>()
const drawn = new Map<string, string>()
/** So many drawings are kept: most who look at the map look at the same few. */
const KEPT = 64

/** The land of the world as the data of an SVG path, in tenths of the drawing's units, from Natural Earth; without borders, which are a matter of dispute. */
export function landOn(frame: Frame): string {
  const known = drawn.get(frame.key)
  if (known !== undefined) return known
  const [oldest] = drawn.keys()
  if (drawn.size >= KEPT && oldest !== undefined) drawn.delete(oldest)
  const pen = new Pen()
  geoPath(frame.projection, pen)(landOf(frame.isClose))
  drawn.set(frame.key, pen.data)
  return pen.data
}

/** The edge of the earth, where the drawing holds all of it. */
export function rimOn(frame: Frame): string {
  return frame.isWorld ? (geoPath(frame.projection).digits(0)({ type: 'Sphere' }) ?? '') : ''
}

function landOf(isClose: boolean): Land {
  const file = `world-atlas/land-${isClose ? 50 : 110}m.json`
  const known = read.get(file)
  if (known) return known
  const world = require(file) as World
  const land = feature(world, world.objects.land) as unknown as Land
  read.set(file, land)
  return land
}
