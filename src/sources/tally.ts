import { counted, sayNumber } from '../kernel/words.ts'
import type { Claims } from './claim-reads.ts'
import { type Mark, marks } from './evidence.ts'
import type { Status } from './status.ts'

/** How many fields there are of each status. */
export interface Tally {
  parts: Array<{ mark: Mark; count: number; segments: Mark['kind'][] }>
  total: number
  /** "41 of 44 fields sourced". */
  share: string
  isEmpty: boolean
}

const SEGMENTS = 40

/** The fields that stand on one page. */
export function tallyOn({ statuses }: Claims): Tally {
  return tallyOf(statuses.map(({ status }) => ({ status, count: 1 })))
}

/** The bar over a page: counts, and segments in the marks' own textures; never a score. */
export function tallyOf(counts: ReadonlyArray<{ status: Status; count: number }>): Tally {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const countOf = (status: Status) =>
    counts.filter((one) => one.status === status).reduce((sum, { count }) => sum + count, 0)
  return {
    parts: Object.values(marks)
      .map((mark) => ({ mark, count: countOf(mark.kind) }))
      .filter(({ count }) => count > 0)
      .map(({ mark, count }) => ({
        mark,
        count,
        segments: Array<Mark['kind']>(Math.max(1, Math.round((count / total) * SEGMENTS))).fill(mark.kind),
      })),
    total,
    share: `${sayNumber(total - countOf('unsourced'))} of ${counted(total, 'field')} sourced`,
    isEmpty: total === 0,
  }
}
