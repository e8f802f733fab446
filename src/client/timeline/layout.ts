/* Heights in pixels, as the stylesheet has them too. They depend on the pointer alone, never on what a lane holds. */
const isCoarse = matchMedia('(pointer: coarse)').matches

export const ROW = isCoarse ? 44 : 24
/** A negotiation as a whole, and one of its tracks. */
export const ROWS = isCoarse ? { process: 1, track: 2 } : { process: 2, track: 3 }
/** What lies nearer than this to a finger or a pointer is what it means. */
export const REACH = isCoarse ? 22 : 12
export const MARK = 12
export const DAY = 86_400_000

/** A finger needs more room: the stylesheet follows this class. */
export function layOut(box: HTMLElement): void {
  box.classList.toggle('is-coarse', isCoarse)
}
