import { OPEN } from '../kernel/edtf.ts'
import { counted, sayNumber } from '../kernel/words.ts'
import { type Chart, type EachRound, middleOf, Placing, stepsFrom, told } from './chart.ts'

/** Of days between two things. */
export const dayScale = stepsFrom([
  [0, 'under-7-days', 'less than 7 days'],
  [7, '7-to-29-days', '7 to 29 days'],
  [30, '30-to-89-days', '30 to 89 days'],
  [90, '90-to-364-days', '90 to 364 days'],
  [365, '1-to-3-years', '1 year to less than 3'],
  [3 * 365, '3-years', '3 years or more'],
])

/** A middle of fewer would say little. */
const ENOUGH = 5

/** How long it was from one round of a track to the next, among the rounds asked for. */
export function gapsChart(each: EachRound): Chart {
  const placing = new Placing(dayScale)
  const exact: number[] = []
  eachGap(each, (id, least, most) => {
    placing.place(id, least, most)
    if (least === most) exact.push(least)
  })
  return {
    name: 'gaps',
    title: 'Gaps between rounds',
    words: `Days from one round of a track to the next one that meets the filters; each counts at the later round. ${sayMiddle(exact)}`,
    counts: 'round',
    shape: 'bars',
    parts: placing.parts,
    apart: told([
      {
        key: 'open',
        label: 'have dates that leave open how long it was since the one before',
        ids: placing.open,
      },
    ]),
    limit: '',
  }
}

/** The shortest and the longest that each gap may have been, by the later round; the first of a track has none before it. */
export function eachGap(each: EachRound, visit: (id: number, least: number, most: number) => void): void {
  const before = new Map<number, { first: number; last: number }>()
  each(({ id, track, first, last }) => {
    const previous = before.get(track)
    if (previous) {
      const [least, most] = daysBetween(previous, { first, last })
      visit(id, least, most)
      previous.first = first
      previous.last = last
    } else before.set(track, { first, last })
  })
}

/** At least from the end of the one to the start of the other, at most from the start of the one to the end of the other. */
export function daysBetween(
  one: { first: number; last: number },
  other: { first: number; last: number },
): [least: number, most: number] {
  const isOpen = one.first === -OPEN || other.last === OPEN
  return [
    Math.max(0, other.first - one.last),
    isOpen ? Number.MAX_VALUE : Math.max(0, other.last - one.first),
  ]
}

function sayMiddle(exact: readonly number[]): string {
  if (exact.length < ENOUGH) return ''
  return `Half of the ${sayNumber(exact.length)} gaps known to the day are ${counted(middleOf(exact) ?? 0, 'day')} or shorter.`
}
