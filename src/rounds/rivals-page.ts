import type { Fields } from '../fields/kind.ts'
import { commitmentFields, documentFields, followUpFields, outcomeFields } from '../outcomes/fields.ts'
import { proposalEventFields, proposalFields } from '../proposals/fields.ts'
import type { Claim, Claims } from '../sources/claim-reads.ts'
import { type ClaimWords, claimWords } from '../sources/evidence.ts'
import { evidencePath } from '../sources/paths.ts'
import { venueFields } from '../venues/fields.ts'
import { delegateFields, delegationFields, roundFields, sessionFields, thirdPartyFields } from './fields.ts'
import type { Gathered } from './gather.ts'
import type { Plate } from './plates.ts'

interface Voice {
  party_id: number
  plate: Plate
  name: string
}

export interface RivalRow {
  /** What the accounts are about: "Length", "Civilians in the exchange: Wording". */
  about: string
  /** All claims on it, and how it was decided. */
  href: string
  cells: Array<{ voice: string; claims: ClaimWords[]; isSilent: boolean }>
}

const OTHERS = 'Unnamed sources and outlets'
/** More seats than this leave no room for a column each; then only those who spoke have one. */
const FEW_SEATS = 3

/** Where the accounts differ: a row for each disputed field, a column for each voice, silence included. */
export function rivalsOf(all: Gathered): { voices: Voice[]; others: string; rows: RivalRow[] } {
  const disputed = disputedIn(all.claims)
  const voices = voicesOf(all, disputed.flat())
  const spokenFor = (claim: Claim) => voices.some(({ party_id }) => party_id === claim.asserter_party_id)
  const rows = disputed.map((claims) => ({
    about: aboutOf(all, claims),
    href: hrefOf(claims),
    cells: [
      ...voices.map(({ party_id, name }) =>
        cell(
          name,
          claims.filter((claim) => claim.asserter_party_id === party_id),
        ),
      ),
      cell(
        OTHERS,
        claims.filter((claim) => !spokenFor(claim)),
      ),
    ],
  }))
  return { voices, others: OTHERS, rows }
}

/** The claims on each disputed field. */
function disputedIn(claims: Claims): Claim[][] {
  return claims.statuses
    .filter(({ status }) => status === 'disputed')
    .map(({ record, record_id, field }) => claims.on(record, record_id, field))
    .filter((some) => some.length > 0)
}

function cell(voice: string, claims: Claim[]): RivalRow['cells'][number] {
  return { voice, claims: claims.map(claimWords), isSilent: claims.length === 0 }
}

/** The sides in their order, then hosts and mediators. */
function voicesOf({ delegations, thirdParties, plate }: Gathered, disputed: Claim[]): Voice[] {
  const seats = [...delegations, ...thirdParties].flatMap(({ party_id, party, code }) =>
    party_id === null
      ? []
      : [{ party_id, name: party ?? '', plate: plate({ party_id, party: party ?? '', code: code ?? '' }) }],
  )
  const once = [...new Map(seats.map((voice) => [voice.party_id, voice])).values()]
  const hasSpoken = ({ party_id }: Voice) =>
    disputed.some(({ asserter_party_id }) => asserter_party_id === party_id)
  return once.length <= FEW_SEATS ? once : once.filter(hasSpoken)
}

const fieldsOf: Record<string, Fields> = {
  round: roundFields,
  session: sessionFields,
  venue: venueFields,
  delegation: delegationFields,
  delegate: delegateFields,
  third_party: thirdPartyFields,
  proposal: proposalFields,
  proposal_event: proposalEventFields,
  outcome: outcomeFields,
  commitment: commitmentFields,
  follow_up: followUpFields,
  document: documentFields,
}

function hrefOf([claim]: Claim[]): string {
  return claim ? evidencePath(claim.record, claim.record_id, claim.field) : ''
}

function aboutOf(all: Gathered, [claim]: Claim[]): string {
  if (!claim) return ''
  const label = claim.field === null ? '' : (fieldsOf[claim.record]?.[claim.field]?.label ?? claim.field)
  return [titleOf(all, claim), label].filter(Boolean).join(': ')
}

/** The record in words; nothing for the round itself, whose page it is. */
function titleOf(all: Gathered, { record, record_id }: Claim): string {
  const among = <T extends { id: number }>(rows: T[], say: (row: T) => string | null) => {
    const row = rows.find(({ id }) => id === record_id)
    return (row && say(row)) ?? ''
  }
  if (record === 'session') return among(all.sessions, ({ title }) => title)
  if (record === 'venue') return all.venue?.name ?? ''
  if (record === 'delegation') return among(all.delegations, ({ party }) => party)
  if (record === 'delegate') return among(all.delegates, ({ person }) => person)
  if (record === 'third_party') return among(all.thirdParties, ({ person, party }) => person ?? party)
  if (record === 'proposal') return among(all.proposals, ({ title }) => title)
  if (record === 'proposal_event')
    return among(all.events, ({ verb, party }) => [party, verb].filter(Boolean).join(' '))
  if (record === 'outcome') return among(all.outcomes, ({ title }) => title)
  if (record === 'commitment') return among(all.commitments, ({ title }) => title)
  if (record === 'follow_up') return among(all.followUps, ({ title }) => title)
  return record === 'document' ? among(all.documents, ({ title }) => title) : ''
}
