import type { Bar } from './board.ts'
import { type Placings, spanOf } from './placings.ts'
import type { Item } from './rounds.ts'

/** The rounds that are not elements of the page, as they are painted until they are. */
export function barsOf(items: readonly Item[], placings: Placings, isLocal: boolean): Bar[] {
  return items.flatMap((item) => {
    const placing = placings.of(item)
    if (!placing) return []
    const [from, to] = spanOf(item, isLocal)
    const { lane, doubts } = item
    const isHollow = doubts.includes('is-announced')
    const isFaded = /uncertain|about|before|after/.test(doubts)
    return { lane, row: placing.row, from, to, isHollow, isFaded }
  })
}
