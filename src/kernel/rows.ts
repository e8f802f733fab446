/** A mark with its name beside it, in pixels along the lane. */
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
  /** The name stands before the mark: behind it the edge would cut it. */
  isLate: boolean
}

/** What of the lane can be seen. */
export interface Sight {
  from: number
  to: number
}

type Name = 'none' | 'behind' | 'before'
type Span = [from: number, to: number]

const GAP = 4
const everywhere = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/**
 * Puts each mark, given from left to right, into a row where it touches no other, and gives it its name where there is room
 * before the next: whole, never cut by an edge. Who finds no room is left out. Those placed before stay as they were, so that
 * nothing jumps while the window moves; only a name that has come to an edge changes its side.
 */
export function placeInRows(
  all: readonly Sized[],
  rows: number,
  before: ReadonlyMap<Sized['id'], Placing> = new Map(),
  sight: Sight = everywhere,
): Map<Sized['id'], Placing> {
  const lane = new Rows(rows, sight)
  const fresh = all.filter((sized) => !lane.keep(sized, before.get(sized.id)))
  for (const sized of fresh) lane.place(sized)
  for (const sized of all) lane.name(sized)
  return lane.placed
}

class Rows {
  readonly placed = new Map<Sized['id'], Placing>()
  readonly #sight: Sight
  readonly #taken: Array<Map<Sized['id'], Span>>
  /** Where in each row the names of those placed so far would end. */
  readonly #ends: number[]

  constructor(rows: number, sight: Sight) {
    this.#sight = sight
    this.#taken = Array.from({ length: rows }, () => new Map())
    this.#ends = new Array(rows).fill(Number.NEGATIVE_INFINITY)
  }

  keep(sized: Sized, placing: Placing | undefined): boolean {
    if (!placing || placing.row >= this.#taken.length) return false
    const name = placing.isNamed ? (placing.isLate ? 'before' : 'behind') : 'none'
    this.#put(sized, placing.row, this.#isCut(sized, name) ? 'none' : name)
    return true
  }

  place(sized: Sized): void {
    const free = this.#taken.flatMap((_, row) => (this.#isFree(sized, row, 'none') ? [row] : []))
    const [from, to] = reach(sized, this.#wanted(sized))
    // Where the names of those before end first, there is most hope for a name.
    const row =
      free.find((one) => this.#end(one) <= from) ?? free.sort((a, b) => this.#end(a) - this.#end(b))[0]
    if (row === undefined) return
    this.#ends[row] = to
    this.#put(sized, row, 'none')
  }

  name(sized: Sized): void {
    const placing = this.placed.get(sized.id)
    const name = this.#wanted(sized)
    if (!placing || placing.isNamed || this.#isCut(sized, name)) return
    if (this.#isFree(sized, placing.row, name)) this.#put(sized, placing.row, name)
  }

  #put(sized: Sized, row: number, name: Name): void {
    this.#taken[row]?.set(sized.id, reach(sized, name))
    this.placed.set(sized.id, { row, isNamed: name !== 'none', isLate: name === 'before' })
  }

  #wanted(sized: Sized): Name {
    return this.#isCut(sized, 'behind') ? 'before' : 'behind'
  }

  /** What is out of sight as a whole is not cut. */
  #isCut(sized: Sized, name: Name): boolean {
    const { from, to } = this.#sight
    if (sized.x >= to || sized.x + sized.mark <= from) return false
    const [left, right] = reach(sized, name)
    return (name === 'behind' && right - GAP > to) || (name === 'before' && left < from)
  }

  #isFree(sized: Sized, row: number, name: Name): boolean {
    const [from, to] = reach(sized, name)
    const others = [...(this.#taken[row] ?? [])].filter(([id]) => id !== sized.id)
    return others.every(([, [left, right]]) => to <= left || from >= right)
  }

  #end(row: number): number {
    return this.#ends[row] ?? 0
  }
}

function reach({ x, mark, name }: Sized, side: Name): Span {
  return [x - (side === 'before' ? name : 0), x + mark + (side === 'behind' ? name : 0) + GAP]
}
