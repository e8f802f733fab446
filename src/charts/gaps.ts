import { OPEN } from '../kernel/edtf.ts'
import { counted } from '../kernel/words.ts'
import { type Chart, middleOf, type Placed, partsAlong, stepsFrom, told } from './chart.ts'
import type { Dated } from './months.ts'

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
export function gapsChart(rounds: readonly Dated[]): Chart {
  const gaps = gapsIn(rounds)
  const { parts, open } = partsAlong(dayScale, gaps)
  return {
    name: 'gaps',
    title: 'Gaps between rounds',
    words: `Days from one round of a track to the next one that meets the filters; each counts at the later round. ${sayMiddle(gaps)}`,
    counts: 'round',
    shape: 'bars',
    parts,
    apart: told([
      { key: 'open', label: 'have dates that leave open how long it was since the one before', ids: open },
    ]),
    limit: '',
  }
}

/** The shortest and the longest that each may have been; the first round of a track has no gap before it. */
export function gapsIn(rounds: readonly Dated[]): Placed[] {
  const before = new Map<number, Dated>()
  return rounds
    .toSorted((a, b) => a.first - b.first || a.id - b.id)
    .flatMap((round) => {
      const previous = before.get(round.track)
      before.set(round.track, round)
      return previous ? [{ id: round.id, between: daysBetween(previous, round) }] : []
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

function sayMiddle(gaps: readonly Placed[]): string {
  const exact = gaps.flatMap(({ between }) => (between && between[0] === between[1] ? [between[0]] : []))
  if (exact.length < ENOUGH) return ''
  return `Half of the ${exact.length} gaps known to the day are ${counted(middleOf(exact) ?? 0, 'day')} or shorter.`
}
