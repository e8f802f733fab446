/* What no single field of a reading can judge alone. */
import type { Db } from '../../db/tables.ts'
import type { Stored, Values } from '../../fields/kind.ts'
import { claimsWithIds } from '../../sources/claim-reads.ts'
import type { Subject } from '../claims/subject.ts'
import type { Faults } from '../entry.ts'
import { adoption } from './adopt.ts'
import { adoptions, type readingPart } from './part.ts'

/** @returns the columns that the record takes over from the preferred claim; null where it is left as it reads */
export async function judgeReading(
  db: Db,
  subject: Subject,
  { claim_id, rule, adopt }: Values<typeof readingPart.fields>,
  faults: Faults,
): Promise<Record<string, Stored> | null> {
  const isAdopting = adopt === adoptions[1]
  if (claim_id === null) {
    if (rule === 'preferred') faults.set('claim_id', 'Preferred claim must be given by this rule')
    else if (isAdopting)
      faults.set('claim_id', 'Preferred claim must be given where the record is to follow it')
    return null
  }
  const [claim] = await claimsWithIds(db, [claim_id])
  const { record, record_id, field } = subject
  if (!claim || claim.record !== record || claim.record_id !== record_id || claim.field !== field) {
    faults.set('claim_id', 'Preferred claim must be the number of a claim on this field')
    return null
  }
  if (!isAdopting) return null
  const adopted = await adoption(db, subject, claim)
  if ('values' in adopted) return adopted.values
  faults.set('adopt', `What the record then says ${adopted.fault}`)
  return null
}
