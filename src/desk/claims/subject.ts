import type { Db } from '../../db/tables.ts'
import { evidenceOf, fieldIn, titleOf } from '../../evidence/subject-reads.ts'
import type { Kind } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'
import { evidencePath } from '../../sources/paths.ts'
import { idIn } from '../../web/request.ts'
import { processAbove } from '../process-above.ts'

/** What a claim or a reading is about: one field of one record that stands, or the record as a whole. */
export interface Subject {
  record: string
  record_id: number
  field: string | null
  recordKind: RecordKind
  /** Undefined where it is about the record as a whole. */
  kind: Kind | undefined
  /** The round that it is part of. */
  round_id: number | null
  /** The process that it belongs to; null for what many share. */
  process_id: number | null
  /** "Istanbul, 23 July 2025: Length" */
  title: string
  evidence: string
  crumbs: Array<{ label: string; href: string }>
}

/** @throws Refusal 404 or 410 where there is no such record, or no such field of it */
export async function theSubject(db: Db, record: string, id: number, field: string | null): Promise<Subject> {
  const about = await evidenceOf({ db, today: db, day: 0, known: null }, record, id)
  if (field !== null) fieldIn(about, field)
  const evidence = evidencePath(record, id, field)
  const title = titleOf(about, field ?? '')
  return {
    record,
    record_id: id,
    field,
    recordKind: about.kind,
    kind: field === null ? undefined : about.kind.fields[field],
    round_id: about.setting.round_id,
    process_id: await processAbove(db, about.kind, about.row),
    title,
    evidence,
    crumbs: [...(about.home ? [about.home] : []), { label: title, href: evidence }],
  }
}

/** The subject that an address names. */
export function subjectIn(db: Db, { record = '', id, field = '' }: Record<string, string>): Promise<Subject> {
  return theSubject(db, record.slice(0, 40), idIn(id), field === '' ? null : field)
}
