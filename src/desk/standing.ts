/* What must hold of a record that is to stand, or to say again what it said. */
import { isAbout } from '../catalogue/belonging.ts'
import { rowsAmong } from '../catalogue/rows.ts'
import { recordWords } from '../catalogue/view.ts'
import type { Db } from '../db/tables.ts'
import { readingsOn } from '../evidence/vote-reads.ts'
import type { RecordKind } from '../fields/record.ts'
import { Refusal } from '../kernel/fault.ts'
import { subjectsOf } from '../sources/field-ref.ts'
import type { Values } from '../versions/difference.ts'
import { namesOf } from '../versions/name-reads.ts'

interface Ref {
  record: string
  record_id: number
  field: string | null
}

/** @throws Refusal 409 where the field has another reading by now */
export async function oneReading(db: Db, { record, record_id, field }: Ref): Promise<void> {
  const same = (await readingsOn(db, record, [record_id])).filter((one) => one.field === field)
  if (same.length > 1) throw new Refusal(409, 'The field has another reading by now: revert that one first.')
}

/** @throws Refusal 409 where another record holds by now what this one held alone, as a slug or a code */
export function takenSince(error: unknown): never {
  if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error
  throw new Refusal(
    409,
    'Another record took that value since, and no two may share it: change that one first.',
  )
}

/** @throws Refusal 409 where one of these fields points to a record that was withdrawn */
export async function refuseWithdrawn(
  db: Db,
  kind: RecordKind,
  fields: Values,
  among: string[],
): Promise<void> {
  const refs = among.flatMap((field) => {
    const refers = isAbout(kind) && field === 'record_id' ? String(fields.record) : kind.fields[field]?.refers
    const value = fields[field] ?? null
    return refers && value !== null ? [{ record: refers, record_id: Number(value) }] : []
  })
  const subjects = subjectsOf(refs)
  for (const [record, ids] of subjects)
    for (const [id, row] of await rowsAmong(db, record, ids)) {
      if (row.withdrawn === null) continue
      const names = await namesOf(db, subjects)
      throw new Refusal(
        409,
        `It would point to ${recordWords(record).toLowerCase()} ${names.called(record, id)}, which was withdrawn: restore that first.`,
      )
    }
}
