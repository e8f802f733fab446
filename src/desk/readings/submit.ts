import type { Db } from '../../db/tables.ts'
import { recording } from '../../evidence/status-writes.ts'
import { changeRecord, keepRecord } from '../../history/record-writes.ts'
import type { Author } from '../../kernel/author.ts'
import { claimsWithIds } from '../../sources/claim-reads.ts'
import { readingRecord } from '../../sources/fields.ts'
import type { Subject } from '../claims/subject.ts'
import { type Draft, fingerprint } from '../draft.ts'
import { type Faults, readEntry } from '../entry.ts'
import type { Entry } from '../part.ts'
import { changedBeneath } from '../showing-writes.ts'
import { keepSubmission, madeBy } from '../writes.ts'
import { type Adoption, adoption } from './adopt.ts'
import { adoptions, readingPart } from './part.ts'
import { readingOf } from './reads.ts'

export interface SentReading {
  draft: Draft
  token: string
  /** The version that the settling began from; 0 where there was no reading. */
  version: number
}

export type ReadingAnswer =
  | { kind: 'saved' }
  | { kind: 'refused'; faults: Faults }
  | { kind: 'crossed'; stored: Draft | null; version: number }

/** Settles a field: the reading is made or changed, and with it, where asked, what the record says. */
export function settle(db: Db, by: Author, subject: Subject, sent: SentReading): Promise<ReadingAnswer> {
  return recording(db, async (db): Promise<ReadingAnswer> => {
    const showing = `${sent.token}.${fingerprint(sent.draft, subject.evidence)}`
    if ((await madeBy(db, by, showing)) !== null) return { kind: 'saved' }
    const stands = await readingOf(db, subject)
    if ((stands?.version ?? 0) !== sent.version)
      return { kind: 'crossed', stored: null, version: stands?.version ?? 0 }
    const faults: Faults = new Map()
    const entry = readEntry(readingPart, sent.draft, null, faults)
    const adopted = faults.size === 0 ? await judge(db, subject, entry, faults) : null
    if (faults.size > 0) return { kind: 'refused', faults }
    const { adopt: _, ...values } = entry.values
    const { record, record_id, field } = subject
    const decided = { decided_by: by.who, decided: by.clock().toISOString().slice(0, 10) }
    const about = stands ? {} : { record, record_id, field }
    const kept = await keepRecord(db, by, readingRecord, stands?.id ?? null, {
      ...about,
      ...values,
      ...decided,
    })
    await keepSubmission(db, by, showing, 'reading', kept.id)
    if (adopted && 'values' in adopted) {
      await changeRecord(db, by, subject.recordKind, record_id, adopted.values, values.reason)
      await changedBeneath(db, record, record_id)
    }
    return { kind: 'saved' }
  })
}

async function judge(
  db: Db,
  subject: Subject,
  { values }: Entry<typeof readingPart>,
  faults: Faults,
): Promise<Adoption | null> {
  const isAdopting = values.adopt === adoptions[1]
  if (values.claim_id === null) {
    if (values.rule === 'preferred') faults.set('claim_id', 'Preferred claim must be given by this rule')
    else if (isAdopting)
      faults.set('claim_id', 'Preferred claim must be given where the record is to follow it')
    return null
  }
  const [claim] = await claimsWithIds(db, [values.claim_id])
  const { record, record_id, field } = subject
  if (!claim || claim.record !== record || claim.record_id !== record_id || claim.field !== field) {
    faults.set('claim_id', 'Preferred claim must be the number of a claim on this field')
    return null
  }
  const adopted = isAdopting ? await adoption(db, subject, claim) : null
  if (adopted && 'fault' in adopted) faults.set('adopt', `What the record then says ${adopted.fault}`)
  return adopted
}
