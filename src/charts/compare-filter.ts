import type { Fields } from '../fields/kind.ts'
import { choice, pattern } from '../fields/kinds.ts'
import { Refusal } from '../kernel/fault.ts'
import { askedOf, type Query, refuseStrangers } from '../web/query.ts'
import { type Alignment, alignments } from './comparing.ts'

export const MOST_PROCESSES = 6

const names = {
  process: pattern({ label: 'Process', matching: /^[a-z0-9]+(-[a-z0-9]+)*$/, like: 'oslo-channel' }),
  by: choice({ label: 'By', of: alignments }),
} satisfies Fields

export interface Comparison {
  /** Slugs, each once. */
  process: string[]
  /** On the calendar, or each from its own first day. */
  by: Alignment
}

/** @throws Refusal 400 */
export function readComparison(query: Query, besides: readonly string[] = []): Comparison {
  refuseStrangers(query, [...Object.keys(names), ...besides])
  const { process, by } = { process: [], by: 'calendar', ...askedOf(names, ['by'], query) } as Comparison
  const once = [...new Set(process)]
  if (once.length > MOST_PROCESSES)
    throw new Refusal(400, `No more than ${MOST_PROCESSES} processes can be compared at once.`)
  return { process: once, by }
}

export function comparisonQuery({ process, by }: Comparison): string {
  const pairs = process.map((slug): [string, string] => ['process', slug])
  return `?${new URLSearchParams([...pairs, ...(by === 'calendar' ? [] : [['by', by] as [string, string]])])}`
}
