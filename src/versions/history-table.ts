import { recordNamed } from '../catalogue/records.ts'
import type { Db } from '../db/tables.ts'
import type { Stored } from '../fields/kind.ts'
import type { Row } from '../web/table.ts'
import { isKept, sayKept } from './kept.ts'
import { valuesOf } from './rebuild.ts'
import type { Asked } from './record-reads.ts'
import { stepsAround, type Told } from './step-reads.ts'

/** What stands in each column. */
export const historyColumns = {
  revision: 'number of the step, counted over all records',
  saving: 'number of the save that it was part of',
  at: 'when, UTC',
  who: 'by whom',
  published_by: 'the second reader who published it; empty where there was none',
  action: 'created, changed, withdrawn or restored',
  reason: 'why, where it was said',
  record: 'kind of record',
  record_id: 'its number',
  version: 'number of the version that the step made',
  field: 'field that changed; empty where none did',
  before: 'what stood before',
  after: 'what stood after',
}

const AT_ONCE = 500

/** All that was done to a record and its parts, the newest first: a row for each field of each step. */
export async function* historyTable(db: Db, { kind, id }: Asked): AsyncGenerator<Row[]> {
  let before: number | null = null
  for (;;) {
    const steps: Told[] = await stepsAround(db, kind.name, id, { before, limit: AT_ONCE })
    const last = steps.at(-1)
    if (!last) return
    yield steps.flatMap(rowsOf)
    before = last.id
  }
}

function rowsOf(step: Told): Row[] {
  const { id, saving_id, at, who, published_by, action, reason, record, record_id, version } = step
  const own = {
    revision: id,
    saving: saving_id,
    at,
    who,
    published_by,
    action,
    reason,
    record,
    record_id,
    version,
  }
  const [was, is] = [valuesOf(step.before), valuesOf(step.after)]
  const cell = (field: string, value: Stored = null) =>
    isKept(record, field) && value !== null ? sayKept(value) : value
  const fields = Object.keys(recordNamed(record)?.fields ?? {}).filter(
    (field) => (was[field] ?? null) !== (is[field] ?? null),
  )
  if (fields.length === 0) return [own]
  return fields.map((field) => ({
    ...own,
    field,
    before: cell(field, was[field]),
    after: cell(field, is[field]),
  }))
}
