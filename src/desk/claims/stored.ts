/* A claim as its form shows it. */
import { rowsAmong } from '../../catalogue/rows.ts'
import type { Db } from '../../db/tables.ts'
import { gone, notFound } from '../../kernel/fault.ts'
import { partiesWithIds, thePerson } from '../../parties/reads.ts'
import { type Claim, claimsWithIds } from '../../sources/claim-reads.ts'
import { type Draft, draftOf } from '../draft.ts'
import { type ClaimPart, linkPart } from './part.ts'

/** @throws Refusal 404 or 410 */
export async function theClaim(db: Db, id: number): Promise<Claim> {
  const [claim] = await claimsWithIds(db, [id])
  if (claim) return claim
  const withdrawn = (await rowsAmong(db, 'claim', [id])).get(id)?.withdrawn
  return withdrawn ? gone('claim', id, String(withdrawn)) : notFound('claim', id)
}

export async function storedClaim(db: Db, part: ClaimPart, claim: Claim): Promise<Draft> {
  const { asserter_party_id, asserter_person_id } = claim
  const [party] = asserter_party_id === null ? [] : await partiesWithIds(db, [asserter_party_id])
  const person = asserter_person_id === null ? null : await thePerson(db, asserter_person_id)
  const links = claim.relays.map(({ id, name, named }) =>
    draftOf(linkPart, id, { name, naming: named === 1 ? 'named' : 'not named' }),
  )
  const { note, kept, ...values } = claim
  const typed = {
    ...values,
    note,
    kept,
    stance: claim.affirms === 1 ? 'affirms' : 'denies',
    asserter_party: party?.name ?? '',
    asserter_person: person?.name ?? '',
    publisher: '',
  }
  const stood = { asserter_party: asserter_party_id, asserter_person: asserter_person_id }
  return draftOf(part, claim.id, typed, stood, { links })
}
