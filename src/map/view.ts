import { counted, sayNumber } from '../kernel/words.ts'
import { type Filter, queryOf } from '../rounds/filter.ts'
import { sayCoordinates, sayPlace } from '../venues/words.ts'
import { type Box, boxAround, sayArea } from './area.ts'
import { type Circle, circlesOf } from './circles.ts'
import { type Frame, HEIGHT, placeOn, WIDTH } from './frame.ts'
import type { Held, Located } from './gather.ts'
import { landOn, rimOn } from './land.ts'

/** A circle of the drawing: a link with a name. */
interface Mark {
  x: number
  y: number
  r: number
  /** What the point is of: a building is drawn solid, a wider place with a dashed edge. */
  look: 'exact' | 'wide' | 'several'
  /** How many venues, where it is more than one. */
  number: string
  label: string
  href: string
}

/** The map as a picture. */
export interface Drawing {
  width: number
  height: number
  rim: string
  land: string
  marks: Mark[]
  words: string
}

/** A circle of several venues leads nearer to them; where they cannot be told apart any further, to the list. */
export function drawingOf(frame: Frame, located: readonly Located[], filter: Filter): Drawing {
  const spots = located.flatMap((one) => {
    const place = placeOn(frame, one.position)
    return place ? [{ ...place, rounds: one.rounds, venue: one }] : []
  })
  const circles = circlesOf(spots)
  return {
    width: WIDTH,
    height: HEIGHT,
    rim: rimOn(frame),
    land: landOn(frame),
    marks: circles.map((circle) => markOf(circle, filter)),
    words: `${counted(spots.length, 'venue')} in ${counted(circles.length, 'circle')}. The list beside it says the same.`,
  }
}

function markOf({ x, y, r, rounds, venues }: Circle<Located>, filter: Filter): Mark {
  const [first] = venues as [Located]
  const place = { x, y, r: Math.round(r * 10) / 10 }
  if (venues.length === 1) {
    const { venue, href } = first
    return {
      ...place,
      look: venue.coordinate_precision === 'building' ? 'exact' : 'wide',
      number: '',
      label: `${venue.name}: ${counted(rounds, 'round')}`,
      href,
    }
  }
  return {
    ...place,
    look: 'several',
    number: sayNumber(venues.length),
    label: `${counted(venues.length, 'venue')} around ${first.venue.city ?? first.venue.name}: ${counted(rounds, 'round')}`,
    href: nearerTo(venues, filter),
  }
}

function nearerTo(venues: readonly Located[], filter: Filter): string {
  const box = boxAround(venues.map(({ position }) => position)) as Box
  const area = sayArea(outward(box))
  return `/map${queryOf({ ...filter, page: 1 }, { area })}#venues`
}

/** To hundredths of a degree that still hold what the box holds. */
function outward({ west, south, east, north }: Box): Box {
  const down = (degrees: number) => Math.floor(degrees * 100) / 100
  const up = (degrees: number) => Math.ceil(degrees * 100) / 100
  return { west: down(west), south: down(south), east: up(east), north: up(north) }
}

/** Whether a position lies in a box, over the antimeridian too. */
export function isWithin(
  { west, south, east, north }: Box,
  [longitude, latitude]: readonly [number, number],
) {
  const isBetween =
    west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
  return isBetween && latitude >= south && latitude <= north
}

/** A venue as a line of the list beside the map. */
export function venueLine({ venue, rounds, href }: Held) {
  return {
    href: `/venues/${venue.id}`,
    name: venue.name,
    place: sayPlace(venue),
    coordinates: sayCoordinates(venue) ?? '',
    precision: sayPrecision(venue.coordinate_precision),
    rounds: { href, count: sayNumber(rounds), words: rounds === 1 ? 'round' : 'rounds' },
  }
}

/** "the city, not the building" */
function sayPrecision(precision: string | null): string {
  if (precision === null) return 'precision not recorded'
  return precision === 'building' ? 'the building' : `the ${precision}, not the building`
}
