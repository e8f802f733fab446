/* Measures in pixels that depend on the pointer alone. */
import { forFinger, forPointer } from '../../kernel/lane-heights.ts'

const isCoarse = matchMedia('(pointer: coarse)').matches

export const heights = isCoarse ? forFinger : forPointer
/** What lies nearer than this to a finger or a pointer is what it means. */
export const REACH = isCoarse ? 22 : 12
export const MARK = 12
export const DAY = 86_400_000

/** Tells the stylesheet how high everything is. */
export function layOut(box: HTMLElement): void {
  for (const kind of ['row', 'head', 'process', 'track', 'thread'] as const)
    box.style.setProperty(`--${kind}-height`, `${heights[kind]}px`)
}
