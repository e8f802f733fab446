import { type Placing, placeInRows, type Sized } from '../../kernel/rows.ts'
import { hoursOf } from './drawn.ts'
import { DAY, MARK, ROWS } from './layout.ts'
import type { Item } from './rounds.ts'
import { shortDay } from './words.ts'

/** Room for the number of disputed fields, and for what stands between mark, name and number. */
const DISPUTED_PX = 24
const SPARE_PX = 16

/** Which row each round has in its lane. They are laid out anew when the scale has changed, not while the window moves. */
export class Placings {
  readonly #measure: (words: string) => number
  #lanes = new Map<string, Map<Sized['id'], Placing>>()
  /** Days of the window when the rows were laid out; 0 before. */
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
    days: number,
    px: number,
    isLocal: boolean,
  ): void {
    const isSameScale = Math.abs(days - this.days) <= 1
    const placed = lanes.map(({ id }): [string, Map<Sized['id'], Placing>] => {
      const rows = id.startsWith('track') ? ROWS.track : ROWS.process
      const sized = items
        .filter(({ lane }) => lane === id)
        .map((item) => this.#sized(item, px / days, isLocal))
        .sort((a, b) => a.x - b.x)
      return [id, placeInRows(sized, rows, isSameScale ? this.#lanes.get(id) : undefined)]
    })
    this.#lanes = new Map(placed)
    this.days = days
  }

  #sized(item: Item, perDay: number, isLocal: boolean): Sized {
    const [start, end] = spanOf(item, isLocal)
    const mark = Math.max(MARK, ((end - start) / DAY) * perDay)
    const name = this.#measure(`${item.label} ${shortDay(item.date)}`) + (item.disputed ? DISPUTED_PX : 0)
    const x = (start / DAY) * perDay - (mark === MARK ? MARK / 2 : 0)
    return { id: item.key, x, mark, name: name + SPARE_PX }
  }
}

/** Milliseconds from where to where a round is drawn; a day is a point at its noon. */
export function spanOf(item: Item, isLocal: boolean): [number, number] {
  const hours = hoursOf(item, isLocal)
  if (hours) return hours
  const noon = item.first * DAY + DAY / 2
  return item.first === item.last && !item.clock ? [noon, noon] : [item.first * DAY, (item.last + 1) * DAY]
}
