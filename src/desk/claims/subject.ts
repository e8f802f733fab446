import { type Place, placesOf } from '../../catalogue/reads.ts'
import { recordNamed } from '../../catalogue/records.ts'
import { fieldWords, recordWords } from '../../catalogue/view.ts'
import type { Db } from '../../db/tables.ts'
import { type Setting, settingsOf } from '../../evidence/setting-reads.ts'
import type { Kind } from '../../fields/kind.ts'
import type { RecordKind } from '../../fields/record.ts'
import { notFound } from '../../kernel/fault.ts'
import { evidencePath } from '../../sources/paths.ts'
import { idIn } from '../../web/request.ts'

/** What a claim or a reading is about: one field of one record that stands, or the record as a whole. */
export interface Subject {
  record: string
  record_id: number
  field: string | null
  recordKind: RecordKind
  /** Undefined where it is about the record as a whole. */
  kind: Kind | undefined
  setting: Setting
  /** "Istanbul, 23 July 2025: Length" */
  title: string
  evidence: string
  crumbs: Array<{ label: string; href: string }>
}

/** @throws Refusal 404 where there is no such record, or no such field of it */
export async function theSubject(db: Db, record: string, id: number, field: string | null): Promise<Subject> {
  const recordKind = recordNamed(record)
  const [setting] = await settingsOf(db, record, [id])
  if (!recordKind || !setting) return notFound(record.slice(0, 40), id)
  if (field !== null && !Object.hasOwn(recordKind.fields, field))
    return notFound(`field of this ${record}`, field)
  const [place] = await placesOf(db, new Map([[record, [id]]]))
  const evidence = evidencePath(record, id, field)
  const title = titleOf(record, field, place)
  return {
    record,
    record_id: id,
    field,
    recordKind,
    kind: field === null ? undefined : recordKind.fields[field],
    setting,
    title,
    evidence,
    crumbs: [
      ...(place?.round_id ? [{ label: place.round ?? '', href: `/rounds/${place.round_id}` }] : []),
      { label: title, href: evidence },
    ],
  }
}

function titleOf(record: string, field: string | null, place: Place | undefined): string {
  return [place?.label ?? recordWords(record), fieldWords(record, field)].filter(Boolean).join(': ')
}

/** The subject that an address or a form names. */
export function subjectIn(db: Db, given: Record<string, unknown>): Promise<Subject> {
  const { record, record_id, field } = given
  const name = typeof record === 'string' ? record : ''
  return theSubject(db, name, idIn(record_id), typeof field === 'string' && field !== '' ? field : null)
}
