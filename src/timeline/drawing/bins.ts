import { binOf, startOf } from '../../kernel/calendar.ts'
import { unpack } from '../../kernel/unpack.ts'
import type { Reply } from '../reply.ts'
import type { Window } from '../window.ts'
import { type Place, round } from './scale.ts'

const FLOOR = 44
const LOWEST = 4
const RISE = 30

/** For each lane its bins as a path; their heights are told by the fullest of all. */
export function binPaths(
  packed: number[][],
  { unit }: Reply,
  first: number,
  window: Window,
  place: Place,
): string[] {
  const lanes = packed.map((lane) => unpack(lane, binOf(unit, first)))
  const most = Math.max(1, ...lanes.flat().map(({ count }) => count))
  const bar = ({ bin, count }: { bin: number; count: number }) => {
    const [from, end] = [startOf(unit, bin), startOf(unit, bin + 1)]
    if (end <= window.first || from > window.last) return ''
    const [left, right] = [place(Math.max(from, window.first)), place(Math.min(end, window.last + 1))]
    const tall = round(LOWEST + RISE * (Math.log1p(count) / Math.log1p(most)))
    return `M${left} ${FLOOR}v${-tall}h${round(Math.max(1.5, right - left - 0.5))}v${tall}z`
  }
  return lanes.map((bins) => bins.map(bar).join(''))
}
