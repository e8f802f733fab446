import { groupBy } from '../kernel/group.ts'
import type { Claim, Claims } from './claim-reads.ts'
import { sayValue } from './evidence.ts'

/** What others report of one field, each statement once with all who make it. */
export interface Reported {
  words: string
  denies: boolean
  sources: Array<{ href: string; name: string }>
}

/** Claims that their source took back are left out: they no longer stand. */
export function reportedElsewhere(claims: Claims, record: string, id: number, field: string): Reported[] {
  const own = claims
    .about(record, id)
    .filter((claim) => (claim.field ?? '') === field && claim.taken === null)
  const statements = groupBy(own, (claim) => `${claim.affirms} ${wordsOf(claim)}`)
  return [...statements.values()].map((some) => ({
    words: some[0] ? wordsOf(some[0]) : '',
    denies: some[0]?.affirms === 0,
    sources: sourcesOf(some),
  }))
}

/** A claim about a record as a whole may say no more than that it is so. */
function wordsOf(claim: Claim): string {
  return sayValue(claim) ?? claim.quote ?? 'Reported, without words of its own'
}

function sourcesOf(claims: Claim[]): Reported['sources'] {
  const once = new Map(claims.map(({ source_id, publisher }) => [source_id, publisher]))
  return [...once].map(([id, name]) => ({ href: `/sources/${id}`, name }))
}
