import { fieldWords } from '../catalogue/view.ts'
import { groupBy } from '../kernel/group.ts'
import { sayDate } from '../kernel/say-date.ts'
import type { Plate, PlateMaker } from '../rounds/plates.ts'
import type { Claim } from '../sources/claim-reads.ts'
import { claimWords, sayTaken } from '../sources/evidence.ts'
import { isNamed } from '../sources/origin.ts'
import { credences } from '../sources/view.ts'
import type { Warning } from './check-reads.ts'

/** A claim as the evidence page prints it: who, what, through whom, where, when, how sure. */
export function claimLines(claims: Claim[], warnings: Warning[], plate: PlateMaker, page: string) {
  const warned = groupBy(warnings, ({ claim_id }) => claim_id)
  return claims.map((claim) => ({
    ...claimWords(claim),
    ...speaker(claim, plate),
    claimed: sayDay(claim),
    // On the page of a whole record each claim says which field it is about.
    about: page === '' ? fieldWords(claim.record, claim.field) : '',
    citing: claimWords(claim).chain.slice(1),
    credibility: claim.credibility,
    credibilityWords: credences[claim.credibility ?? ''] ?? '',
    taken: sayTaken(claim),
    weight: claim.taken ? 'taken' : '',
    warnings: (warned.get(claim.id) ?? []).map(({ says }) => says),
    kept: claim.kept ?? '',
    note: claim.note ?? '',
    edit: `/claims/${claim.id}/edit`,
    withdraw: `/claims/${claim.id}/withdraw`,
  }))
}

/** The party's plate; a grey one with a question mark where nobody is named; none where the outlet speaks itself. */
function speaker(claim: Claim, plate: PlateMaker) {
  const { asserter, asserter_party_id, asserter_party, asserter_code, publisher, relays } = claim
  const hasName = asserter !== null && isNamed(asserter)
  const isUnnamed = asserter === null ? relays.at(-1)?.named === 0 : !hasName && asserter_party_id === null
  const party: Plate | null =
    asserter_party_id === null
      ? null
      : plate({ party_id: asserter_party_id, party: asserter_party ?? '', code: asserter_code ?? '' })
  return {
    plate: party,
    isUnnamed,
    speaker: asserter ?? (isUnnamed ? (relays.at(-1)?.name ?? '') : publisher),
    role: asserter === null ? (relays.length > 0 ? '' : 'in its own voice') : (asserter_party ?? ''),
    isNamed: asserter === null ? !isUnnamed : hasName,
  }
}

function sayDay({ asserted }: Claim): string {
  return asserted === null ? 'day not given' : sayDate(asserted)
}
