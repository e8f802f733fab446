/* How high the lanes of the timeline are, in pixels: for whoever draws them, styles them, or keeps their place. They never depend on what a lane holds. */

export type LaneKind = 'head' | 'process' | 'track' | 'thread'

export interface LaneHeights extends Record<LaneKind, number> {
  /** Of one row of marks. */
  row: number
  /** Rows in the lane of a whole negotiation, and in that of one of its tracks. */
  rows: { process: number; track: number }
}

export const forPointer = heights({ row: 24, rows: { process: 2, track: 3 }, head: 32, thread: 32 })
/** A finger needs more room. */
export const forFinger = heights({ row: 44, rows: { process: 1, track: 2 }, head: 44, thread: 32 })
export const onPaper = heights({ row: 22, rows: { process: 2, track: 3 }, head: 24, thread: 26 })

function heights(given: Omit<LaneHeights, 'process' | 'track'>): LaneHeights {
  const { row, rows } = given
  return { ...given, process: row * rows.process + 4, track: row * rows.track + 4 }
}

/** Of a lane of rounds, or of bins. */
export function laneKind({ id, isOpen }: { id: string; isOpen: boolean }): Exclude<LaneKind, 'thread'> {
  if (isOpen) return 'head'
  return id.startsWith('track') ? 'track' : 'process'
}
