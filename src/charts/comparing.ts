import { OPEN, parseEdtf } from '../kernel/edtf.ts'
import { type EachRound, middleOf } from './chart.ts'
import { eachGap } from './gaps.ts'

/** A round as a comparison needs it. Days are counted from 1970-01-01. */
export interface Met {
  id: number
  title: string
  date: string
  date_earliest: number
  date_latest: number
}

export interface Compared<R extends Met> {
  round: R
  /** From the first round of its process to this one: the shortest and the longest that it may be. */
  since: readonly [least: number, most: number]
  /** Where it stands on the axis: its days, or those since the first. */
  at: readonly [first: number, last: number]
  /** A day, several days that it lasted, or days of which nobody said which. */
  shape: 'day' | 'span' | 'vague'
}

export const alignments = ['calendar', 'day'] as const
export type Alignment = (typeof alignments)[number]

/** The rounds of a process in order of time, each against the first. */
export function comparedTo<R extends Met>(rounds: readonly R[], by: Alignment): Array<Compared<R>> {
  const start = rounds.find(({ date_earliest }) => date_earliest > -OPEN)?.date_earliest ?? 0
  return rounds.map((round) => {
    const [first, last] = daysOf(round)
    const offset = by === 'day' ? start : 0
    return {
      round,
      since: sinceFirst(round, rounds[0] ?? round),
      at: [first - offset, last - offset],
      shape: shapeOf(round),
    }
  })
}

/** An end that nobody can place is drawn at the other one. */
function daysOf({ date_earliest, date_latest }: Met): [first: number, last: number] {
  const first = date_earliest > -OPEN ? date_earliest : date_latest
  return [first, date_latest < OPEN ? date_latest : first]
}

function sinceFirst(round: Met, first: Met): readonly [number, number] {
  if (round.id === first.id) return [0, 0]
  const [one, other] = [daysOf(first), daysOf(round)]
  // Rounds stand in order of their first day, so the shortest way is from first day to first day where both are certain.
  if (shapeOf(first) !== 'vague' && shapeOf(round) !== 'vague') return [other[0] - one[0], other[0] - one[0]]
  return [Math.max(0, other[0] - one[1]), other[1] - one[0]]
}

function shapeOf({ date, date_earliest, date_latest }: Met): Compared<Met>['shape'] {
  if (date_earliest === date_latest) return 'day'
  const edtf = parseEdtf(date)
  const isLasting =
    edtf?.kind === 'interval' &&
    [edtf.from, edtf.to].every((end) => typeof end !== 'string' && end.earliest === end.latest)
  return isLasting ? 'span' : 'vague'
}

export interface Totals {
  rounds: number
  /** From the first day to the last; null where there is none. */
  span: readonly [first: number, last: number] | null
  /** In days, over the gaps known to the day; null where there are too few. */
  middleGap: number | null
  gaps: number
}

/** Over the whole process, whatever track a round belongs to. */
export function totalsOf(rounds: readonly Met[]): Totals {
  const days = rounds.map(daysOf)
  const exact: number[] = []
  const each: EachRound = (visit) => {
    for (const { id, date_earliest: first, date_latest: last } of rounds) visit({ id, track: 0, first, last })
  }
  eachGap(each, (_id, least, most) => {
    if (least === most) exact.push(least)
  })
  return {
    rounds: rounds.length,
    span:
      days.length === 0
        ? null
        : [Math.min(...days.map(([first]) => first)), Math.max(...days.map(([, last]) => last))],
    middleGap: middleOf(exact),
    gaps: exact.length,
  }
}
