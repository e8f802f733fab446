/* From claims to what the record shows of them: how well each field is sourced, and since when it was known. */
import type { Kind, Stored } from '../fields/kind.ts'
import type { RecordKind } from '../fields/record.ts'
import { OPEN } from '../kernel/edtf.ts'
import { groupBy } from '../kernel/group.ts'
import { type Bearers, compare, type Meaning, meaningOf } from '../sources/agreement.ts'
import { type Step, stepsOf } from '../sources/status.ts'
import { pointedTo, type Setting } from './setting-reads.ts'
import type { FieldVote } from './vote-reads.ts'

export interface Judged {
  steps: Array<Step & { field: string }>
  /** Field '' is the record as a whole; what was always known is left out. */
  known: Array<{ field: string; day: number }>
}

export interface Subject {
  kind: RecordKind
  row: Record<string, Stored>
  setting: Setting
  votes: FieldVote[]
  readings: Array<{ id: number; field: string | null; rule: string }>
  bearers: Bearers
  /** What the records are called that this one points to, by kind and number: "venue 5". */
  labels: ReadonlyMap<string, string>
}

export function judge(subject: Subject): Judged {
  const byField = groupBy(subject.votes, ({ field }) => field)
  return {
    steps: fieldsDue(subject, byField).flatMap((field) =>
      stepsOfField(subject, field, byField.get(field) ?? []).map((step) => ({ ...step, field })),
    ),
    known: [
      ...knownWhole(subject),
      ...[...byField].flatMap(([field, votes]) => knownField(subject, field, votes)),
    ],
  }
}

/** Fields with a value for which evidence is due, those that somebody speaks about, and the record as a whole. */
function fieldsDue({ kind, row, votes }: Subject, byField: Map<string, FieldVote[]>): string[] {
  const filled = Object.keys(kind.fields).filter(
    (field) => row[field] !== null && !kind.fields[field]?.isOurs,
  )
  return [
    ...(kind.due === 'the whole' || byField.has('') ? [''] : []),
    ...(kind.due === 'each field' ? filled.filter((field) => !byField.has(field)) : []),
    ...new Set(votes.map(({ field }) => field).filter((field) => field !== '')),
  ]
}

/** Whoever speaks of a part of the record says that it is there. */
function stepsOfField({ kind, votes, readings, bearers }: Subject, field: string, own: FieldVote[]): Step[] {
  const ruleOf = (name: string) => {
    const reading = readings.findLast((one) => (one.field ?? '') === name)
    return reading ? { rule: reading.rule, since: readSince(votes, name) } : null
  }
  if (field !== '') return stepsOf(own, ruleOf(field), kind.fields[field], bearers)
  const whole = votes.map((vote) => (vote.field === '' ? vote : { ...vote, value: null, affirms: 1 }))
  return stepsOf(whole, ruleOf(''), undefined)
}

/** A reading rests on all accounts of its field: it is not known before the last of them was. */
export function readSince(votes: FieldVote[], field: string): number {
  return Math.max(-OPEN, ...votes.filter((vote) => vote.field === field).map(({ from }) => from))
}

/** Known since the first who spoke of it; what nobody spoke of, since it happened, or since somebody pointed to it. */
function knownWhole({ kind, votes, setting: { day } }: Subject) {
  const spoken = votes.map(({ from }) => from)
  const days = votes.length === 0 || pointedTo.includes(kind.name) ? [...spoken, day ?? -OPEN] : spoken
  const first = Math.min(...days)
  return first === -OPEN ? [] : [{ field: '', day: first }]
}

/** The reading of a field that points to a record. */
function pointing(of: Kind, id: number, labels: Subject['labels']): Meaning {
  const value = labels.get(`${of.refers} ${id}`) ?? null
  return { ...meaningOf(of, { affirms: 1, value, value_exactness: null }), ids: new Set([id]) }
}

/**
 * What a field says is known since the first account that says the same. Where none does, it is the editors' own summing
 * up of all accounts, and known since the last of them. A field without accounts is known with its record.
 */
function knownField({ kind, row, bearers, labels }: Subject, field: string, votes: FieldVote[]) {
  const value = row[field]
  const of = kind.fields[field]
  if (field === '' || value === null || value === undefined) return []
  const reading = of?.refers
    ? pointing(of, Number(value), labels)
    : meaningOf(of, { affirms: 1, value: String(value), value_exactness: exactnessOf(row, field) }, bearers)
  const same = votes.filter((vote) => compare(reading, meaningOf(of, vote, bearers)) === 'agree')
  const days = (same.length > 0 ? same : votes).map(({ from }) => from)
  const day = same.length > 0 ? Math.min(...days) : Math.max(...days)
  return day === -OPEN ? [] : [{ field, day }]
}

/** How exactly the record itself puts a value: "start_exactness" for start_time, "quantity_bound" for quantity. */
export function exactnessOf(row: Record<string, Stored>, field: string): string | null {
  const stem = field.replace(/_time$|_minutes$/, '')
  return (row[`${stem}_exactness`] ?? row[`${stem}_bound`] ?? null) as string | null
}
