import { sayNumber } from '../kernel/words.ts'
import { type Filter, isDated } from './filter.ts'
import type { Matching } from './matching.ts'

/** That some rounds may lie outside the dates asked for, and the way to read the dates otherwise. */
export interface Doubt {
  words: string
  href: string
  label: string
}

/** How many rounds depend on how an uncertain date is read. */
export function doubtOf(
  matching: Matching,
  filter: Filter,
  read: (within: Filter['within']) => string,
): Doubt | null {
  const doubtful = isDated(filter) ? matching.doubtful : 0
  if (doubtful === 0) return null
  const number = sayNumber(doubtful)
  return filter.within === 'possibly'
    ? {
        words: `${number} of these may lie outside these dates, in whole or in part.`,
        href: read('certainly'),
        label: 'Only those certainly within',
      }
    : {
        words: `Left out: ${number} that may lie outside these dates, in whole or in part.`,
        href: read('possibly'),
        label: 'All that are possibly within',
      }
}
