/* Lanes of rounds: each by itself, or how many lie in each stretch of days. */
import { laneKind, onPaper } from '../../kernel/lane-heights.ts'
import { placeInRows, type Sized } from '../../kernel/rows.ts'
import type { Reply } from '../reply.ts'
import type { Window } from '../window.ts'
import { binPaths } from './bins.ts'
import { bareLane, type DrawnLane, MARK, pill } from './lane.ts'
import { LETTER, type Place, round } from './scale.ts'

export function roundLanes(reply: Reply, window: Window, place: Place): DrawnLane[] {
  const bins = binPaths(reply.bins ?? [], reply, reply.first, window, place)
  return reply.lanes.map((lane, nth) => {
    const { title, count, isOpen: isHead } = lane
    const bare = { ...bareLane(onPaper[laneKind(lane)], title), count: String(count), isHead }
    if (isHead) return bare
    return reply.rounds
      ? withRounds(bare, roundsIn(reply, nth), window, place)
      : { ...bare, solid: bins[nth] ?? '' }
  })
}

interface Round {
  id: number
  first: number
  last: number
  doubts: string
  label: string
}

function roundsIn({ rounds }: Reply, lane: number): Round[] {
  let first = 0
  return (rounds?.id ?? []).flatMap((id, nth) => {
    first += rounds?.after[nth] ?? 0
    if (rounds?.lane[nth] !== lane) return []
    const last = first + (rounds.span[nth] ?? 0)
    return { id, first, last, doubts: rounds.doubts[nth] ?? '', label: rounds.label[nth] ?? '' }
  })
}

function withRounds(lane: DrawnLane, rounds: Round[], window: Window, place: Place): DrawnLane {
  const seen = rounds.filter(({ first, last }) => last >= window.first && first <= window.last)
  const marks = new Map(seen.map((one) => [one.id, markOf(one, place)]))
  const rows = Math.floor(lane.height / onPaper.row)
  const placed = placeInRows([...marks.values()], rows, new Map(), { from: place.left, to: place.right })
  const drawn = { ...lane, names: [...lane.names] }
  for (const one of seen) {
    const [mark, placing] = [marks.get(one.id), placed.get(one.id)]
    if (!mark || !placing || mark.x + mark.mark < place.left) continue
    const middle = 2 + (placing.row + 0.5) * onPaper.row
    const way = one.doubts.includes('announced') ? 'hollow' : one.doubts ? 'faded' : 'solid'
    drawn[way] += pillIn(mark, middle, place)
    const { isNamed, isLate } = placing
    const x = round(isLate ? mark.x - 4 : mark.x + mark.mark + 4)
    if (isNamed) drawn.names.push({ x, y: middle + 4, words: one.label, isLate })
  }
  return drawn
}

function markOf({ id, first, last, label }: Round, place: Place): Sized {
  const [from, to] = [place(first), place(last + 1)]
  const wide = Math.max(MARK, to - from)
  return { id, x: wide === MARK ? (from + to - MARK) / 2 : from, mark: wide, name: label.length * LETTER + 8 }
}

/** As much of a mark as lies in the picture. */
function pillIn({ x, mark }: Sized, middle: number, { left, right }: Place): string {
  const from = Math.max(x, left)
  return pill(from, middle, Math.max(MARK, Math.min(x + mark, right) - from))
}
