/* A record as its form shows it. */
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../fields/record.ts'
import { type Draft, draftOf, emptyDraft } from '../draft.ts'
import type { Part } from '../part.ts'
import { Labels } from './labels.ts'
import { inputOf, type Look, refersTo } from './outline.ts'
import type { Standing } from './standing.ts'

export async function storedDraft(db: Db, part: Part, outline: Look, standing: Standing): Promise<Draft> {
  const labels = new Labels()
  await labels.learn(db, pointersIn(outline, standing))
  return draftIn(part, outline, standing, labels)
}

function pointersIn(look: Look, { row, rows }: Standing): Array<{ of: RecordKind; id: number }> {
  const own = Object.entries(look.kind.fields).flatMap(([column, kind]) => {
    const of = refersTo(kind)
    return of && typeof row[column] === 'number' ? [{ of, id: row[column] }] : []
  })
  const inner = (look.rows ?? []).flatMap((one) =>
    (rows[one.list] ?? []).flatMap((row) => pointersIn(one, row)),
  )
  return [...own, ...inner]
}

function draftIn(part: Part, look: Look, { row, rows }: Standing, labels: Labels): Draft {
  const { kind } = look
  const typed: Record<string, unknown> = {}
  const stood: Record<string, number | null> = {}
  for (const [column, field] of Object.entries(kind.fields)) {
    const [input, value, of] = [inputOf(kind, column), row[column] ?? null, refersTo(field)]
    typed[input] = of && typeof value === 'number' ? labels.of(of, value) : value
    if (of) stood[input] = value as number | null
  }
  const lists = (look.rows ?? []).flatMap((one) => {
    const list = part.lists[one.list] as Part | undefined
    return list ? [[one.list, (rows[one.list] ?? []).map((row) => draftIn(list, one, row, labels))]] : []
  })
  const source = part.lists.source ? { source: [emptyDraft(part.lists.source as Part)] } : {}
  return draftOf(part, row.id, typed, stood, { ...Object.fromEntries(lists), ...source })
}
