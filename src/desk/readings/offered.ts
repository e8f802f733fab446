import type { Db } from '../../db/tables.ts'
import { clip } from '../../kernel/words.ts'
import { claimsOnField } from '../../sources/claim-reads.ts'
import { sayValue } from '../../sources/evidence.ts'
import type { Subject } from '../claims/subject.ts'
import type { Suggestions } from '../suggestions.ts'

/** Claims that the form offers by number. */
const OFFERED = 100

export async function claimsOffered(db: Db, { record, record_id, field }: Subject): Promise<Suggestions[]> {
  const claims = await claimsOnField(db, record, record_id, field ?? '', { limit: OFFERED })
  const options = claims.map((claim) => ({
    value: String(claim.id),
    label: clip([sayValue(claim) ?? claim.quote, claim.publisher].filter(Boolean).join(', '), 120),
  }))
  return [{ id: 'known-claim', options }]
}
