import { HEIGHT, WIDTH } from './frame.ts'

/** Something to draw at a place of the drawing. */
export interface Spot<V> {
  x: number
  y: number
  rounds: number
  venue: V
}

/** One circle: a venue, or several that lie too close to be told apart, the one with the most rounds first. */
export interface Circle<V> {
  x: number
  y: number
  r: number
  /** Of all its venues; a round that was held at two of them counts at both. */
  rounds: number
  venues: V[]
}

/** Circles whose middles are nearer than this are one. */
const APART = 24
const LARGEST = 30
/** Smaller ones could not be seen or met by a finger. */
export const SMALLEST = 5

/**
 * The area of a circle says how many rounds, against the largest one of the drawing. No circle has its middle on another,
 * so each can be seen and met. Larger ones first, so that small ones lie above.
 */
export function circlesOf<V>(spots: ReadonlyArray<Spot<V>>): Array<Circle<V>> {
  return apart(sized(together([...spots].sort((a, b) => b.rounds - a.rounds))))
}

function sized<V>(circles: Array<Circle<V>>): Array<Circle<V>> {
  // A single round does not fill the sea.
  const most = Math.max(20, ...circles.map(({ rounds }) => rounds))
  return circles
    .map((circle) => ({ ...circle, r: Math.max(SMALLEST, LARGEST * Math.sqrt(circle.rounds / most)) }))
    .sort((a, b) => b.rounds - a.rounds)
}

/** Joins those that would cover one another, until none does. Each turn leaves fewer. */
function apart<V>(circles: Array<Circle<V>>): Array<Circle<V>> {
  const kept: Array<Circle<V>> = []
  for (const circle of circles) {
    const over = kept.find(({ x, y, r }) => Math.hypot(x - circle.x, y - circle.y) < r + SMALLEST)
    if (over) {
      over.rounds += circle.rounds
      over.venues.push(...circle.venues)
    } else kept.push(circle)
  }
  return kept.length < circles.length ? apart(sized(kept)) : kept
}

/** Each joins the first circle that it lies too close to; circles are looked up on a grid of cells as wide as that. */
function together<V>(spots: Array<Spot<V>>): Array<Circle<V>> {
  const columns = Math.ceil(WIDTH / APART) + 2
  const cells = new Map<number, Array<Circle<V>>>()
  const cellOf = (x: number, y: number) => Math.floor(y / APART) * columns + Math.floor(x / APART)
  const around = [0, -1, 1].flatMap((row) => [0, -1, 1].map((column) => row * columns + column))
  const circles: Array<Circle<V>> = []
  for (const { x, y, rounds, venue } of spots) {
    const near = around
      .flatMap((step) => cells.get(cellOf(x, y) + step) ?? [])
      .find((circle) => Math.hypot(circle.x - x, circle.y - y) < APART)
    if (near) {
      near.rounds += rounds
      near.venues.push(venue)
    } else {
      const circle = { x: within(x, WIDTH), y: within(y, HEIGHT), r: 0, rounds, venues: [venue] }
      circles.push(circle)
      const cell = cellOf(x, y)
      cells.set(cell, [...(cells.get(cell) ?? []), circle])
    }
  }
  return circles
}

function within(place: number, end: number): number {
  return Math.round(Math.min(Math.max(place, 0), end) * 10) / 10
}
