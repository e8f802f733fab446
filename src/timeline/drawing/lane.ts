import type { Line } from '../labels.ts'
import { round } from './scale.ts'

export interface DrawnLane {
  y: number
  height: number
  title: string
  /** As much of the title as there is room for. */
  lines: Line[]
  count: string
  isHead: boolean
  /** Paths from the top of the lane: bins or rounds as they are, those whose days nobody gave, those only announced, and lines of threads. */
  solid: string
  faded: string
  hollow: string
  thread: string
  names: DrawnName[]
}

export interface DrawnName {
  x: number
  y: number
  words: string
  /** Late ones end there, before what they name. */
  isLate: boolean
}

export const MARK = 10

/** Its place is known when all lanes above it are. */
export function bareLane(height: number, title: string): DrawnLane {
  return {
    ...{ y: 0, height, title, lines: [], count: '', isHead: false },
    ...{ solid: '', faded: '', hollow: '', thread: '', names: [] },
  }
}

/** A dot where it is short. */
export function pill(x: number, middle: number, wide: number): string {
  const r = MARK / 2
  const side = round(wide - MARK)
  return `M${round(x + r)} ${middle - r}h${side}a${r} ${r} 0 0 1 0 ${MARK}h${-side}a${r} ${r} 0 0 1 0 ${-MARK}z`
}
