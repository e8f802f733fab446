import { fieldWords } from '../catalogue/view.ts'
import { groupBy } from '../kernel/group.ts'
import { counted } from '../kernel/words.ts'
import type { Claim, Claims, FieldStatus } from '../sources/claim-reads.ts'
import { type ClaimWords, claimWords, type Mark, marks, sayHidden } from '../sources/evidence.ts'
import { fieldOf } from '../sources/field-ref.ts'
import { evidencePath } from '../sources/paths.ts'
import type { Gathered } from './gather.ts'
import { type Plate, plateOr } from './plates.ts'

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
  mark: Mark
  /** "6 sources, 4 origins" */
  count: string
  later: string
  /** The editors' reading and why; empty where there is none. */
  reading: string
  /** Said once where no side has given an account: "None of the sides has given an account". */
  silence: { words: string; columns: number } | null
  cells: Cell[]
}

interface Cell {
  voice: string
  accounts: Account[]
  isSilent: boolean
  /** "3 further accounts"; empty where all are shown. */
  more: string
}

/** What one voice says, once, with everywhere it was read. */
interface Account {
  value: string | null
  denies: boolean
  who: string | null
  readings: ClaimWords[]
}

const OTHERS = 'Unnamed sources and outlets'
/** More seats than this leave no room for a column each; then only those who spoke have one. */
const FEW_SEATS = 3
/** Of one voice on one field; the evidence page has them all. */
const ACCOUNTS_SHOWN = 5

/** Where the accounts differ: a row for each disputed field, a column for each voice, silence included. */
export function rivalsOf(all: Gathered): { voices: Voice[]; others: string; rows: RivalRow[] } {
  const disputed = disputedIn(all.claims)
  const voices = voicesOf(
    all,
    disputed.flatMap(({ claims }) => claims),
  )
  return { voices, others: OTHERS, rows: disputed.map((one) => rowOf(all, voices, one)) }
}

interface Disputed {
  status: FieldStatus
  claims: Claim[]
}

function rowOf(all: Gathered, voices: Voice[], { status, claims }: Disputed): RivalRow {
  const spokenFor = (claim: Claim) => voices.some(({ party_id }) => party_id === claim.asserter_party_id)
  const sides = voices.map(({ party_id, name }) =>
    cell(
      name,
      claims.filter((claim) => claim.asserter_party_id === party_id),
    ),
  )
  const others = cell(
    OTHERS,
    claims.filter((claim) => !spokenFor(claim)),
  )
  const isSilent = sides.length > 1 && sides.every((side) => side.isSilent)
  return {
    about: aboutOf(all, { ...status, field: status.field || null }),
    href: evidencePath(status.record, status.record_id, status.field),
    mark: marks.disputed,
    count: `${counted(status.sources, 'source')}, ${counted(status.origins, 'origin')}`,
    later: sayHidden(status.later),
    reading: all.readings.get(fieldOf(status))?.reason ?? '',
    silence: isSilent ? { words: 'None of the sides has given an account', columns: sides.length } : null,
    cells: isSilent ? [others] : [...sides, others],
  }
}

/** The claims on each disputed field. */
function disputedIn(claims: Claims): Disputed[] {
  return claims.statuses
    .filter(({ status }) => status === 'disputed')
    .map((status) => ({ status, claims: claims.on(status.record, status.record_id, status.field) }))
    .filter(({ claims }) => claims.length > 0)
}

function cell(voice: string, claims: Claim[]): Cell {
  const alike = groupBy(claims.map(claimWords), ({ value, denies, who }) => `${value} ${denies} ${who}`)
  const accounts = [...alike.values()].map((readings): Account => {
    const [{ value, denies, who }] = readings as [ClaimWords]
    return { value, denies, who, readings }
  })
  const further = accounts.length - ACCOUNTS_SHOWN
  return {
    voice,
    accounts: accounts.slice(0, ACCOUNTS_SHOWN),
    isSilent: claims.length === 0,
    more: further > 0 ? counted(further, 'further account') : '',
  }
}

/** The sides in their order, then hosts and mediators. */
function voicesOf({ delegations, thirdParties, plate }: Gathered, disputed: Claim[]): Voice[] {
  const seats = [...delegations, ...thirdParties].flatMap(({ party_id, party, code }) =>
    party_id === null ? [] : [{ party_id, name: party ?? '', plate: plateOr(plate, party_id, code, party) }],
  )
  const once = [...new Map(seats.map((voice) => [voice.party_id, voice])).values()]
  const hasSpoken = ({ party_id }: Voice) =>
    disputed.some(({ asserter_party_id }) => asserter_party_id === party_id)
  return once.length <= FEW_SEATS ? once : once.filter(hasSpoken)
}

type About = Pick<Claim, 'record' | 'record_id' | 'field'>

/** "Length" of the round itself, "Civilians in the exchange: Wording" of what belongs to it. */
export function aboutOf(all: Gathered, about: About): string {
  return [titleOf(all, about), fieldWords(about.record, about.field)].filter(Boolean).join(': ')
}

/** The record in words; nothing for the round itself, whose page it is. */
function titleOf(all: Gathered, { record, record_id }: About): string {
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
