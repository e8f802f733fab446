import { groupBy } from '../kernel/group.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted, sayDuration, sayNumber } from '../kernel/words.ts'
import type { Claim, Claims, FieldStatus } from './claim-reads.ts'
import { evidencePath } from './paths.ts'
import type { Status } from './status.ts'

/** How well a fact is sourced, as a mark beside it: a shape with a sign in it, and always a word. */
export interface Mark {
  kind: Status
  sign: string
  word: string
}

/** In the order in which they want a reader's eye. */
export const marks: Record<Status, Mark> = {
  disputed: { kind: 'disputed', sign: '≠', word: 'Disputed' },
  agreed: { kind: 'agreed', sign: '=', word: 'Agreed' },
  single: { kind: 'single', sign: '1', word: 'Single source' },
  inference: { kind: 'inference', sign: '∴', word: 'Editor’s inference' },
  unsourced: { kind: 'unsourced', sign: '?', word: 'Unsourced' },
}

export interface Evidence {
  mark: Mark
  /** "2 sources"; empty where there is none. */
  count: string
  /** A few, each voice and value before a second of the same. */
  claims: ClaimWords[]
  /** "All 12 claims, and how it was decided" */
  all: string
  /** "2 later claims hidden", where the record is read as of an earlier day; else empty. */
  later: string
  /** The page of all claims, and how the field was decided. */
  href: string
}

export interface ClaimWords {
  id: number
  value: string | null
  denies: boolean
  /** Null where the source says it in its own voice. */
  who: string | null
  quote: string | null
  locator: string | null
  certainty: string | null
  credibility: string | null
  date: string | null
  /** "may be later", "day not given": said only where the record is read as of an earlier day. */
  doubt: string | null
  /** Outlet first, origin last. */
  chain: Array<{ name: string; isNamed: boolean }>
  chainText: string
  isRelayed: boolean
  source: { href: string; name: string }
  /** "corrected" or "retracted" by the source itself; null while it stands. */
  taken: string | null
}

/** Of several fields that are shown as one, the one that most wants a reader's eye. */
const order: Status[] = ['disputed', 'unsourced', 'inference', 'single', 'agreed']

/** The evidence under one fact, which may be several fields of the record. */
export function evidenceOn(
  claims: Claims,
  record: string,
  id: number,
  ...fields: [string, ...string[]]
): Evidence {
  const statuses = fields.flatMap((field) => claims.statusOf(record, id, field) ?? [])
  const word = order.find((status) => statuses.some((one) => one.status === status)) ?? 'unsourced'
  return evidence(word, statuses, claims.on(record, id, ...fields), evidencePath(record, id, fields[0]))
}

/** The evidence under a label of our own, for which none is due: null where nobody speaks of it. */
export function evidenceIfAny(claims: Claims, record: string, id: number, field: string): Evidence | null {
  return claims.statusOf(record, id, field) ? evidenceOn(claims, record, id, field) : null
}

/** The evidence that a record is there at all; disputed where anything about it is. */
export function evidenceAbout(claims: Claims, record: string, id: number): Evidence {
  const statuses = claims.statusesOf(record, id)
  const whole = statuses.filter(({ field }) => field === '')
  const word = statusAbout(statuses)
  return evidence(word, whole, claims.about(record, id), evidencePath(record, id, null), statuses)
}

/** `spoken` are the statuses of all fields that the claims are about. */
function evidence(
  word: Status,
  statuses: FieldStatus[],
  claims: Claim[],
  href: string,
  spoken: FieldStatus[] = statuses,
): Evidence {
  const sources = Math.max(0, ...statuses.map(({ sources }) => sources))
  const later = spoken.reduce((sum, status) => sum + status.later, 0)
  return {
    mark: marks[word],
    count: sources === 0 ? '' : counted(sources, 'source'),
    claims: few(claims).map(claimWords),
    all: sayAll(
      Math.max(
        claims.length,
        spoken.reduce((sum, status) => sum + status.claims, 0),
      ),
    ),
    later: sayHidden(later),
    href,
  }
}

/** "2 later claims hidden"; empty where there is none. */
export function sayHidden(later: number): string {
  return later > 0 ? `${counted(later, 'later claim')} hidden` : ''
}

/** What stands in place; the evidence page has them all. */
const FEW = 5

function few(claims: Claim[]): Claim[] {
  if (claims.length <= FEW) return claims
  const voices = groupBy(
    claims,
    ({ asserter_party_id, affirms, value }) => `${asserter_party_id} ${affirms} ${value}`,
  )
  const firsts = [...voices.values()].flatMap(([first]) => first ?? [])
  const chosen = new Set([...firsts, ...claims].slice(0, FEW))
  return claims.filter((claim) => chosen.has(claim))
}

function sayAll(claims: number): string {
  return `${claims > FEW ? `All ${sayNumber(claims)} claims` : 'All claims'}, and how it was decided`
}

export function claimWords(claim: Claim): ClaimWords {
  const { relays, publisher, source_id } = claim
  const chain = [
    { name: publisher, isNamed: true },
    ...relays.map(({ name, named }) => ({ name, isNamed: named === 1 })),
  ]
  return {
    id: claim.id,
    value: sayValue(claim),
    denies: claim.affirms === 0,
    who: claim.asserter,
    quote: claim.quote,
    locator: claim.locator,
    certainty: claim.certainty,
    credibility: claim.credibility,
    date: claim.asserted ? sayDate(claim.asserted) : null,
    doubt: claim.doubt,
    chain,
    chainText: chain.map(({ name }) => name).join(', citing '),
    isRelayed: relays.length > 0,
    source: { href: `/sources/${source_id}?claim=${claim.id}#claim-${claim.id}`, name: publisher },
    taken: claim.taken,
  }
}

/** Rival lengths stand in one unit, so that they compare at a glance; only days are said as days. */
function sayMinutes(minutes: number): string {
  return minutes < 1440 ? `${minutes} minutes` : sayDuration(minutes, null)
}

export function sayValue({
  value,
  value_exactness,
  field,
  weekday_printed,
}: Pick<Claim, 'value' | 'value_exactness' | 'field' | 'weekday_printed'>): string | null {
  if (value === null) return weekday_printed && `“${weekday_printed}” as printed`
  // What is no date comes back as it is; a bare figure may be an amount as well as a year.
  const isFigure = /^\d+$/.test(value)
  const isLength = isFigure && field === 'duration_minutes'
  const said = isLength ? sayMinutes(Number(value)) : isFigure ? value : sayDate(value)
  const exactness = value_exactness && value_exactness !== 'exact' ? `${value_exactness} ` : ''
  const qualified = said.startsWith(exactness) ? said : exactness + said
  return qualified + (weekday_printed ? ` (“${weekday_printed}” as printed)` : '')
}

/** "corrected by the source on 16 March 2024"; empty while the claim stands. */
export function sayTaken({ taken, taken_on }: Pick<Claim, 'taken' | 'taken_on'>): string {
  if (taken === null) return ''
  return `${taken} by the source${taken_on === null ? ', day not given' : ` on ${sayDate(taken_on)}`}`
}

/** One word for all that is said of a record: disputed where any field is; else how well it is sourced as a whole. */
export function statusAbout(statuses: ReadonlyArray<{ field: string; status: Status }>): Status {
  if (statuses.some(({ status }) => status === 'disputed')) return 'disputed'
  return statuses.find(({ field }) => field === '')?.status ?? 'unsourced'
}
