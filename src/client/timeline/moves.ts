/* Where a window comes to: first and last day in, first and last day out. */

type Window = readonly [first: number, last: number]

/** By a share of its length, to earlier or later. */
export function shifted([first, last]: Window, share: number): [number, number] {
  const days = Math.round((last - first + 1) * share)
  return [first + days, last + days]
}

/** So many times as long; what lies at `middle` stays put. */
export function stretched([first, last]: Window, factor: number, middle: number): [number, number] {
  const from = Math.round(middle - (middle - first) * factor)
  return [from, Math.max(from, Math.round(middle + (last - middle) * factor))]
}

/** Moved just so far that these days are seen, with a tenth to spare; null where they are already. */
export function bringing([from, to]: Window, [first, last]: Window): [number, number] | null {
  if (last >= from && first <= to) return null
  const span = to - from
  const spare = Math.ceil(span * 0.1)
  const by = first < from ? first - from - spare : Math.min(last, first + span) - to + spare
  return [from + by, to + by]
}
