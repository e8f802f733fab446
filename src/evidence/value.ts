import type { Stored } from '../fields/kind.ts'
import type { RecordKind } from '../fields/record.ts'
import { sayDateWithWeekday } from '../kernel/say-date.ts'
import { capital, sayDuration, sayQuantity, sayTime } from '../kernel/words.ts'
import { exactnessOf } from './judge.ts'

/** What a field of a record says, in words; empty where nothing is recorded. `label` names a record that it points to. */
export function sayField(
  kind: RecordKind,
  row: Record<string, Stored>,
  field: string,
  label: (record: string, id: number) => string,
): string {
  const of = kind.fields[field]
  const value = row[field] ?? null
  if (!of || value === null) return ''
  const exactness = exactnessOf(row, field)
  if (of.refers) return label(of.refers, Number(value))
  if (of.isLength) return sayDuration(Number(value), exactness)
  if (of.control === 'date') return sayDateWithWeekday(String(value))
  if (of.control === 'time') return sayTime(String(value), exactness)
  if (of.control === 'choice') return capital(String(value))
  if (of.control === 'tick') return value === 1 ? 'Yes' : 'No'
  if (field === 'quantity') return sayQuantity(Number(value), exactness, (row.unit ?? null) as string | null)
  return String(value)
}
