import { type Placing, placeInRows, type Sized } from '../../kernel/rows.ts'
import type { Thread } from '../../timeline/threads.ts'
import { hoursOf } from './drawn.ts'
import { DAY, heights, MARK } from './layout.ts'
import type { Item } from './rounds.ts'
import { extentOf } from './strip.ts'
import { shortDay } from './words.ts'

/** Room for the number of disputed fields, and for what stands between mark, name and number. */
const DISPUTED_PX = 24
const SPARE_PX = 16
/** Between the line of a thread and its word. */
const WORD_PX = 16
/** Windows are of one scale up to rounding. */
const SAME = 0.001
/** The stylesheet leaves small words out there. */
const narrow = matchMedia('(max-width: 699px)')

/** Milliseconds at the edges of the window, and how wide it is drawn. */
export interface Extent {
  start: number
  end: number
  px: number
}

/** Which row each round has in its lane. They are laid out anew when the scale has changed, not while the window moves. */
export class Placings {
  readonly #measure: (words: string) => number
  #lanes = new Map<string, Map<Sized['id'], Placing>>()
  /** Of the window when the rows were laid out; 0 before. */
  days = 0

  constructor(measure: (words: string) => number) {
    this.#measure = measure
  }

  of({ lane, key }: Item): Placing | undefined {
    return this.#lanes.get(lane)?.get(key)
  }

  layOut(
    lanes: ReadonlyArray<{ id: string }>,
    items: readonly Item[],
    { start, end, px }: Extent,
    isLocal: boolean,
  ): void {
    const days = (end - start) / DAY
    const perDay = px / days
    const sight = { from: (start / DAY) * perDay, to: (end / DAY) * perDay }
    const isSameScale = Math.abs(days - this.days) <= days * SAME
    const placed = lanes.map(({ id }): [string, Map<Sized['id'], Placing>] => {
      const rows = id.startsWith('track') ? heights.rows.track : heights.rows.process
      const sized = items
        .filter(({ lane }) => lane === id)
        .map((item) => this.#sized(item, perDay, isLocal))
        .sort((a, b) => a.x - b.x)
      return [id, placeInRows(sized, rows, isSameScale ? this.#lanes.get(id) : undefined, sight)]
    })
    this.#lanes = new Map(placed)
    this.days = days
  }

  /** Whether the word of a thread stands before its line: behind it the window ends. */
  isLate(thread: Thread, { start, end, px }: Extent): boolean {
    const [from, to] = extentOf(thread).map((day) => ((day * DAY + DAY / 2 - start) / (end - start)) * px)
    const word = this.#measure(thread.word) + WORD_PX
    return (to ?? 0) + word > px && (from ?? 0) >= word
  }

  #sized(item: Item, perDay: number, isLocal: boolean): Sized {
    const [start, end] = spanOf(item, isLocal)
    const mark = Math.max(MARK, ((end - start) / DAY) * perDay)
    const x = (start / DAY) * perDay - (start === end ? MARK / 2 : 0)
    return { id: item.key, x, mark, name: this.#nameOf(item) + SPARE_PX }
  }

  #nameOf({ label, date, disputed }: Item): number {
    if (narrow.matches) return this.#measure(label)
    return this.#measure(`${label} ${shortDay(date)}`) + (disputed ? DISPUTED_PX : 0)
  }
}

/** Milliseconds from where to where a round is drawn; a day is a point at its noon. */
export function spanOf(item: Item, isLocal: boolean): [number, number] {
  const hours = hoursOf(item, isLocal)
  if (hours) return hours
  const noon = item.first * DAY + DAY / 2
  return item.first === item.last && !item.clock ? [noon, noon] : [item.first * DAY, (item.last + 1) * DAY]
}
