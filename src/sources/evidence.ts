import { fold } from '../kernel/fold.ts'
import { groupBy } from '../kernel/group.ts'
import { sayDate } from '../kernel/say-date.ts'
import { counted, sayDuration } from '../kernel/words.ts'
import { compare, type Verdict } from './agreement.ts'
import { type Claim, fieldOf } from './claim-reads.ts'

/** How well a fact is sourced, as a mark beside it: a shape with a sign in it, and always a word. */
export interface Mark {
  kind: Status
  sign: string
  word: string
}

/**
 * Several: two or more origins whose words a machine cannot compare. Agreed: two or more that say the same.
 * Disputed: accounts that cannot all be true.
 */
export type Status = 'unsourced' | 'single' | 'several' | 'agreed' | 'disputed'

export const marks: Record<Status, Mark> = {
  disputed: { kind: 'disputed', sign: '≠', word: 'Disputed' },
  agreed: { kind: 'agreed', sign: '=', word: 'Agreed' },
  several: { kind: 'several', sign: '2', word: 'Several origins' },
  single: { kind: 'single', sign: '1', word: 'Single source' },
  unsourced: { kind: 'unsourced', sign: '?', word: 'Unsourced' },
}

export interface Evidence {
  mark: Mark
  /** "2 sources"; empty where there is none. */
  count: string
  claims: ClaimWords[]
}

export interface ClaimWords {
  value: string | null
  denies: boolean
  /** Null where the source says it in its own voice. */
  who: string | null
  quote: string | null
  locator: string | null
  certainty: string | null
  date: string | null
  /** Outlet first, origin last. */
  chain: Array<{ name: string; isNamed: boolean }>
  chainText: string
  isRelayed: boolean
  source: { href: string; name: string }
  /** "corrected" or "retracted" by the source itself; null while it stands. */
  taken: string | null
}

/** The last link of the relay chain: seven outlets that quote one agency's source are one origin. */
function originOf({ relays, publisher, republishes_id, source_id }: Claim): string {
  const last = relays.at(-1)
  if (last?.named) return fold(last.name)
  // An unnamed speaker is told apart by who heard them: a source of TASS is not a source in the delegation.
  if (last) return `${fold(relays.at(-2)?.name ?? publisher)}: ${fold(last.name)}`
  return republishes_id === null ? fold(publisher) || String(source_id) : `source ${republishes_id}`
}

/** The claims under one fact. A claim that its source took back is shown, and no longer counts. */
export function evidenceOf(claims: Claim[]): Evidence {
  const counting = claims.filter(isStanding)
  const sources = new Set(counting.map(({ source_id }) => source_id)).size
  return {
    mark: markOf(counting),
    count: sources === 0 ? '' : counted(sources, 'source'),
    claims: claims.map(claimWords),
  }
}

function isStanding({ standing }: Claim): boolean {
  return standing === 'stands'
}

function markOf(claims: Claim[]): Mark {
  const origins = new Set(claims.map(originOf)).size
  const verdicts = rivalsIn(claims).flatMap(verdictsOf)
  if (verdicts.includes('contradict')) return marks.disputed
  if (origins === 0) return marks.unsourced
  if (origins === 1) return marks.single
  if (verdicts.length > 0 && verdicts.every((verdict) => verdict === 'agree')) return marks.agreed
  return { ...marks.several, sign: origins > 9 ? '9+' : String(origins) }
}

/** The claims on each field whose accounts cannot all be true; those taken back are left out. */
export function disputedFields(claims: readonly Claim[]): Claim[][] {
  return rivalsIn(claims.filter(isStanding)).filter((rivals) => verdictsOf(rivals).includes('contradict'))
}

/** Claims by the field of the record that they are about. */
function rivalsIn(claims: Claim[]): Claim[][] {
  return [...groupBy(claims, fieldOf).values()]
}

/** Each pair of accounts of one field, compared. */
function verdictsOf(rivals: Claim[]): Verdict[] {
  return rivals.flatMap((one, at) => rivals.slice(at + 1).map((other) => compare(one, other)))
}

export function claimWords(claim: Claim): ClaimWords {
  const { relays, publisher, source_id } = claim
  const chain = [
    { name: publisher, isNamed: true },
    ...relays.map(({ name, named }) => ({ name, isNamed: named === 1 })),
  ]
  return {
    value: sayValue(claim),
    denies: claim.affirms === 0,
    who: claim.asserter,
    quote: claim.quote,
    locator: claim.locator,
    certainty: claim.certainty,
    date: claim.asserted ? sayDate(claim.asserted) : null,
    chain,
    chainText: chain.map(({ name }) => name).join(', citing '),
    isRelayed: relays.length > 0,
    source: { href: `/sources/${source_id}`, name: publisher },
    taken: claim.standing === 'stands' ? null : claim.standing,
  }
}

/** Rival lengths stand in one unit, so that they compare at a glance; only days are said as days. */
function sayMinutes(minutes: number): string {
  return minutes < 1440 ? `${minutes} minutes` : sayDuration(minutes, null)
}

function sayValue({ value, value_exactness, field, weekday_printed }: Claim): string | null {
  if (value === null) return weekday_printed && `“${weekday_printed}” as printed`
  // What is no date comes back as it is; a bare figure may be an amount as well as a year.
  const isFigure = /^\d+$/.test(value)
  const isLength = isFigure && field === 'duration_minutes'
  const said = isLength ? sayMinutes(Number(value)) : isFigure ? value : sayDate(value)
  const exactness = value_exactness && value_exactness !== 'exact' ? `${value_exactness} ` : ''
  const qualified = said.startsWith(exactness) ? said : exactness + said
  return qualified + (weekday_printed ? ` (“${weekday_printed}” as printed)` : '')
}
