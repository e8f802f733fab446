/* What the form of a new record begins with: what it is to belong to, where the address says so. */
import type { Db } from '../../db/tables.ts'
import type { RecordKind } from '../../fields/record.ts'
import { gone, notFound } from '../../kernel/fault.ts'
import { idIn } from '../../web/request.ts'
import { idsCalled, isCalled } from '../called-reads.ts'
import { type Draft, emptyDraft } from '../draft.ts'
import type { Part } from '../part.ts'
import { Labels } from './labels.ts'
import { inputOf, type Outline, refersTo } from './outline.ts'

/** "/sessions/new?round_id=12" @throws Refusal 404 or 410 where there is no such record to belong to */
export async function newDraft(
  db: Db,
  part: Part,
  { kind }: Outline,
  query: Record<string, string>,
): Promise<Draft> {
  const draft = blank(part)
  const labels = new Labels()
  for (const [column, field] of Object.entries(kind.fields)) {
    const of = refersTo(field)
    if (!of || query[column] === undefined) continue
    const id = idIn(query[column])
    await labels.learn(db, [{ of, id }])
    const row = labels.row(of, id)
    if (!row) notFound(of.name, id)
    if (row.withdrawn !== null) gone(of.name, id, String(row.withdrawn))
    const input = inputOf(kind, column)
    draft.typed[input] = await oneMeaning(db, of, labels.of(of, id), id)
    draft.stood[input] = id
  }
  return draft
}

/** The next one belongs to what the last one belonged to. */
export function another(part: Part, { kind }: Outline, last: Draft): Draft {
  const draft = blank(part)
  for (const [column, { required, refers }] of Object.entries(kind.fields)) {
    const input = inputOf(kind, column)
    if (required && refers !== undefined) draft.typed[input] = last.typed[input] ?? ''
  }
  return draft
}

/** No row stands ready: each is added by its button. */
function blank(part: Part): Draft {
  const draft = emptyDraft(part)
  for (const [name, list] of Object.entries(part.lists)) if (list.limit > 0) draft.rows[name] = []
  return draft
}

/** Its name, with its number where another bears the same. */
async function oneMeaning(db: Db, { name: record }: RecordKind, label: string, id: number): Promise<string> {
  const bearers = isCalled(record) ? await idsCalled(db, record, [label]) : []
  return bearers.some((one) => one.id !== id) ? `${label} #${id}` : label
}
