/* A scale of days that may be cut: long stretches in which nothing lies take no room. Places go from 0 to 1. */

/** A stretch of days, and the part of the scale that it takes. */
export interface Piece {
  first: number
  last: number
  from: number
  to: number
}

/** What a cut and the narrowest piece take of the scale. */
const CUT = 0.02
const NARROWEST = 0.06
/** A century: a shorter gap is no riddle to the eye. */
const LONG_DAYS = 36_524

/**
 * The scale of some stretches with something in them, in order. A gap of a century and more that takes up more than `share`
 * of the whole is cut out, as often as that holds for what remains.
 */
export function scaleOf(stretches: ReadonlyArray<{ first: number; last: number }>, share: number): Piece[] {
  const gaps = stretches.slice(1).map(({ first }, nth) => first - (stretches[nth]?.last ?? first))
  const whole = (stretches.at(-1)?.last ?? 0) - (stretches[0]?.first ?? 0)
  const cuts = new Set<number>()
  let rest = whole
  for (const [nth, gap] of [...gaps.entries()].sort(([, a], [, b]) => b - a)) {
    if (gap < LONG_DAYS || gap <= rest * share) break
    cuts.add(nth)
    rest -= gap
  }
  const pieces: Array<{ first: number; last: number }> = []
  stretches.forEach(({ first, last }, nth) => {
    const before = pieces.at(-1)
    if (!before || cuts.has(nth - 1)) pieces.push({ first, last })
    else before.last = Math.max(before.last, last)
  })
  return laidOut(pieces)
}

function laidOut(pieces: Array<{ first: number; last: number }>): Piece[] {
  const days = pieces.map(({ first, last }) => last - first + 1)
  const all = days.reduce((sum, one) => sum + one, 0)
  const wide = days.map((one) => Math.max(one / all, NARROWEST))
  const total = wide.reduce((sum, one) => sum + one, 0)
  const room = 1 - CUT * (pieces.length - 1)
  let at = 0
  return pieces.map(({ first, last }, nth) => {
    const from = at
    const to = from + ((wide[nth] ?? 0) / total) * room
    at = to + CUT
    return { first, last, from, to }
  })
}

/** Where a day lies; what lies in a cut lies between the pieces, what lies outside at the end. */
export function placeOn(pieces: readonly Piece[], day: number): number {
  return between(
    pieces,
    day,
    ({ first, last }) => [first, last + 1],
    ({ from, to }) => [from, to],
  )
}

/** The day that lies at a place. */
export function dayAt(pieces: readonly Piece[], place: number): number {
  return Math.round(
    between(
      pieces,
      place,
      ({ from, to }) => [from, to],
      ({ first, last }) => [first, last + 1],
    ),
  )
}

type Ends = (piece: Piece) => [number, number]

function between(pieces: readonly Piece[], value: number, given: Ends, wanted: Ends): number {
  const points = pieces.flatMap((piece) => {
    const [a, b] = [given(piece), wanted(piece)]
    return [
      [a[0], b[0]],
      [a[1], b[1]],
    ] as Array<[number, number]>
  })
  const right = points.findIndex(([at]) => at >= value)
  const after = points[right]
  const before = points[right - 1]
  if (!after) return points.at(-1)?.[1] ?? 0
  if (!before) return after[1]
  const share = after[0] === before[0] ? 0 : (value - before[0]) / (after[0] - before[0])
  return before[1] + share * (after[1] - before[1])
}
