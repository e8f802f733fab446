import { type Amount, isCeiling, isFloor } from './amount.ts'
import type { Ledger } from './ledger.ts'

/** Solid: by several voices. Striped: by one. Ungiven: reported without a figure. Beyond: more than was promised. */
export interface Segment {
  shape: 'solid' | 'striped' | 'ungiven' | 'beyond'
  x: string
  width: string
  /** Where it ends: a stripe is drawn as a line. */
  end: string
}

/** The ledger as a drawing, in shares of its width; the same stands in words beside it. */
export interface Bar {
  /** Without an amount there is nothing to draw to scale, and the label says why. */
  isDrawn: boolean
  label: string
  /** The upright line. */
  promise: string
  segments: Segment[]
  /** An end that fades says "at least". */
  fades: Array<{ x: string; width: string; opacity: string }>
}

const PROMISE_AT = 90
const FULL = 98
const UNGIVEN = 8

export function barOf({ promised, entries, reported }: Ledger, unit: string | null): Bar {
  const isDrawn = promised !== null && promised.quantity > 0 && !isCeiling(promised)
  const bare = { isDrawn, label: labelOf(promised, unit), promise: '', segments: [], fades: [] }
  if (!isDrawn) return bare
  const at = Math.min(PROMISE_AT, (FULL * promised.quantity) / (reported?.quantity || 1))
  return {
    ...bare,
    promise: share(at),
    segments: segmentsOf(entries, at, at / promised.quantity),
    fades: isFloor(promised) ? fadesFrom(at) : [],
  }
}

function labelOf(promised: Amount | null, unit: string | null): string {
  if (promised && isCeiling(promised)) return 'a limit, not an amount to deliver'
  return unit === null ? 'not a number' : 'no amount promised'
}

function segmentsOf(entries: Ledger['entries'], at: number, scale: number): Segment[] {
  let x = 0
  return entries.flatMap(({ amount, isConfirmed }) => {
    const shape = amount === null ? 'ungiven' : isConfirmed ? 'solid' : 'striped'
    const from = x
    x += amount === null ? Math.max(0, Math.min(UNGIVEN, at - x)) : amount.quantity * scale
    const parts = [segment(shape, from, Math.min(x, at)), segment('beyond', Math.max(from, at), x)]
    return parts.flatMap((part) => part ?? [])
  })
}

function segment(shape: Segment['shape'], from: number, to: number): Segment | null {
  return to - from < 0.01 ? null : { shape, x: share(from), width: share(to - from), end: share(to) }
}

function fadesFrom(at: number) {
  const step = (100 - at) / 5
  return [0.8, 0.6, 0.4, 0.25, 0.1].map((opacity, nth) => ({
    x: share(at + nth * step),
    width: share(step),
    opacity: String(opacity),
  }))
}

function share(part: number): string {
  return `${Number(part.toFixed(2))}%`
}
