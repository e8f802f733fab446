/* A record as it stood at each step, told from the history alone. */
import type { Stored } from '../fields/kind.ts'

/** One step of a record, as far as it tells what changed. */
export interface Step {
  id: number
  action: string
  reason: string | null
  /** JSON of the fields that changed. */
  before: string | null
  after: string | null
}

/** What stood: the fields, and why the record was withdrawn; null while it stood. */
export interface State {
  fields: Record<string, Stored>
  withdrawn: string | null
}

/** Version 1 is the record as entered; where its entry left no step, it is what stood before the first. */
export function versionsAmong(steps: Step[]): number {
  return steps.length + stepless(steps)
}

/** The step that made a version; null for an entry that left none. */
export function stepOf<S extends Step>(steps: S[], version: number): S | null {
  return steps[version - 1 - stepless(steps)] ?? null
}

function stepless([first]: Step[]): 0 | 1 {
  return first?.action === 'created' ? 0 : 1
}

/** Walks back from what stands now, over the steps after the version. `steps` are all of the record, oldest first. */
export function stateAt(now: State, steps: Step[], version: number): State {
  const kept = version - stepless(steps)
  const fields = { ...now.fields }
  for (const step of steps.slice(kept).reverse()) Object.assign(fields, valuesOf(step.before))
  return { fields, withdrawn: standingAfter(steps.slice(0, kept), now, steps.slice(kept)) }
}

function standingAfter(before: Step[], now: State, later: Step[]): string | null {
  const last = before.findLast(turnsStanding)
  if (last) return last.action === 'withdrawn' ? last.reason : null
  const next = later.find(turnsStanding)
  return next ? null : now.withdrawn
}

function turnsStanding({ action }: Step): boolean {
  return action === 'withdrawn' || action === 'restored'
}

export function valuesOf(json: string | null): Record<string, Stored> {
  return JSON.parse(json ?? '{}')
}
