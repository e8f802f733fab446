import type { Delivery, Sourced } from './deliveries.ts'

export const states = ['under way', 'done', 'contested', 'overdue', 'no report'] as const
export type State = (typeof states)[number]

interface Facts {
  promise: { statuses: readonly Sourced[] }
  entries: readonly Delivery[]
  /** Whether the figures cover the promise; null where they do not tell. */
  isCovered: boolean | null
  /** The first day after the deadline, where that has passed. */
  overdueSince: number | null
}

/** Fields of a report that bear on whether something was delivered, and how much; its day does not. */
const bearing = new Set(['', 'quantity', 'quantity_bound', 'implementation'])

/**
 * Where a promise stands. Contested goes before all else; a promise is done by its figures or, where they do not tell,
 * by the degree of implementation last reported. One that is reported on without figure or degree is under way, also
 * after its deadline: nobody recorded that it was missed.
 */
export function stateOf(facts: Facts): { state: State; overdueSince: number | null } {
  const degree = degreeOf(facts.entries)
  const isDone = facts.isCovered ?? degree === '3'
  const isSilentOnDegree = facts.entries.length > 0 && facts.isCovered === null && degree === null
  const overdueSince = isDone || isSilentOnDegree ? null : facts.overdueSince
  if (isContested(facts) || degree === 'disputed') return { state: 'contested', overdueSince }
  if (isDone) return { state: 'done', overdueSince }
  if (overdueSince !== null || degree === 'lapsed') return { state: 'overdue', overdueSince }
  return { state: facts.entries.length > 0 ? 'under way' : 'no report', overdueSince }
}

function degreeOf(entries: readonly Delivery[]) {
  const reports = entries.flatMap(({ reports }) => reports)
  return reports.findLast(({ implementation }) => implementation !== null)?.implementation ?? null
}

function isContested({ promise, entries }: Facts): boolean {
  return (
    promise.statuses.some(({ status }) => status === 'disputed') ||
    entries.some(({ isRival, reports }) => isRival || reports.some(isDisputed))
  )
}

function isDisputed({ statuses }: { statuses: readonly Sourced[] }): boolean {
  return statuses.some(({ field, status }) => status === 'disputed' && bearing.has(field))
}
