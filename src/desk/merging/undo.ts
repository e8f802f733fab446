/* The history of one merging, as what became of each row by it. */
import type { AnyRow } from '../../catalogue/rows.ts'
import type { Stored } from '../../fields/kind.ts'
import { groupBy } from '../../kernel/group.ts'
import type { MergerStep } from './reads.ts'

/** What one row was before a merging and after it, however many steps that took. */
export interface Undoing {
  record: string
  id: number
  was: Record<string, Stored>
  became: Record<string, Stored>
  /** Whether it was made, withdrawn or restored on the way; the last of these. */
  fate: Exclude<MergerStep['action'], 'changed'> | null
  /** With what reason it was withdrawn. */
  reason: string | null
}

export function undoingsOf(steps: MergerStep[]): Undoing[] {
  const rows = groupBy(steps, ({ record, record_id }) => `${record} ${record_id}`)
  return [...rows.values()].map((of) => {
    const undoing: Undoing = { record: '', id: 0, was: {}, became: {}, fate: null, reason: null }
    for (const step of of) take(undoing, step)
    return undoing
  })
}

function take(undoing: Undoing, { action, record, record_id, before, after, reason }: MergerStep): void {
  Object.assign(undoing, { record, id: record_id })
  undoing.was = { ...JSON.parse(before ?? '{}'), ...undoing.was }
  undoing.became = { ...undoing.became, ...JSON.parse(after ?? '{}') }
  if (action === 'changed') return
  undoing.fate = action
  undoing.reason = action === 'withdrawn' ? reason : null
}

/** Whether the row still stands as the merging left it. */
export function isUntouched({ became, fate, reason }: Undoing, row: AnyRow | undefined): boolean {
  if (!row || Object.keys(became).some((field) => row[field] !== became[field])) return false
  return fate === 'withdrawn' ? row.withdrawn === reason : fate === null || row.withdrawn === null
}
