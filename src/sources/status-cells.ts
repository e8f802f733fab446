import type { Status } from './status.ts'
import type { StatusCount } from './status-reads.ts'

/** How well a record is sourced, as columns of a list. */
export const statusColumns = {
  fields: 'How many of its fields want a source',
  fields_disputed: 'How many of them are disputed',
  fields_unsourced: 'How many of them have no source yet',
} as const

export function statusCells(counts: readonly StatusCount[] = []): Record<keyof typeof statusColumns, number> {
  const sum = (some: readonly StatusCount[]) => some.reduce((sum, { count }) => sum + count, 0)
  const of = (status: Status) => sum(counts.filter((one) => one.status === status))
  return { fields: sum(counts), fields_disputed: of('disputed'), fields_unsourced: of('unsourced') }
}
