/** A mark with its name behind it, in pixels along the lane. */
export interface Sized {
  id: number | string
  /** Where the mark begins. */
  x: number
  mark: number
  name: number
}

export interface Placing {
  row: number
  isNamed: boolean
}

const GAP = 4

/**
 * Puts each mark, given from left to right, into a row where it touches no other, and gives it its name where there is room
 * before the next. Who finds no room is left out. Those placed before stay as they were, so that nothing jumps while the
 * window moves.
 */
export function placeInRows(
  all: readonly Sized[],
  rows: number,
  before: ReadonlyMap<Sized['id'], Placing> = new Map(),
): Map<Sized['id'], Placing> {
  const taken = Array.from({ length: rows }, (): Span[] => [])
  const named = new Array<number>(rows).fill(Number.NEGATIVE_INFINITY)
  const placed = new Map<Sized['id'], Placing>()
  for (const sized of all) {
    const stays = before.get(sized.id)
    if (!stays || stays.row >= rows) continue
    taken[stays.row]?.push(reach(sized, stays.isNamed))
    placed.set(sized.id, stays)
  }
  const fresh = all.filter(({ id }) => !placed.has(id))
  for (const sized of fresh) {
    const free = taken.flatMap((spans, row) => (isFree(spans, reach(sized, false)) ? [row] : []))
    // Where the names of those before end first, there is most hope for a name.
    const row = free.find((one) => (named[one] ?? 0) <= sized.x) ?? free.sort((a, b) => by(a) - by(b))[0]
    if (row === undefined) continue
    taken[row]?.push(reach(sized, false))
    named[row] = reach(sized, true)[1]
    placed.set(sized.id, { row, isNamed: false })
  }
  for (const sized of fresh) {
    const placing = placed.get(sized.id)
    const spans = placing && taken[placing.row]
    if (!spans) continue
    const [from, to] = reach(sized, true)
    const others = spans.filter(([left]) => left !== from)
    if (!isFree(others, [from, to])) continue
    others.push([from, to])
    taken[placing.row] = others
    placing.isNamed = true
  }
  return placed

  function by(row: number): number {
    return named[row] ?? 0
  }
}

type Span = [from: number, to: number]

function isFree(spans: readonly Span[], [from, to]: Span): boolean {
  return spans.every(([left, right]) => to <= left || from >= right)
}

function reach({ x, mark, name }: Sized, isNamed: boolean): Span {
  return [x, x + mark + (isNamed ? name : 0) + GAP]
}
