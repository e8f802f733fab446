import type { Window } from '../window.ts'

/** Where a day begins; the first at `left`. */
export interface Place {
  (day: number): number
  left: number
  right: number
}

/** As wide as the page's column. */
export const USUAL_WIDTH = 1208
const LEFT = 208
/** On a picture for a phone, labels leave more of it to the days. */
const NARROW = 700
const NARROW_LEFT = 112
/** Width of a letter, about. */
export const LETTER = 6.4

export function scale({ first, last }: Window, width: number): Place {
  const left = leftOf(width)
  const place = (day: number) => round(left + ((day - first) / (last - first + 1)) * (width - left))
  return Object.assign(place, { left, right: width })
}

/** Where in a picture so wide the days begin. */
export function leftOf(width: number): number {
  return width < NARROW ? NARROW_LEFT : LEFT
}

export function round(number: number): number {
  return Math.round(number * 10) / 10
}
