import type { Db } from '../db/tables.ts'
import type { Values } from '../fields/kind.ts'
import { createRecord } from '../history/record-writes.ts'
import type { Author } from '../kernel/author.ts'
import { claimedExactnesses } from '../kernel/vocabulary.ts'
import { type claimFields, claimRecord, relayRecord, type sourceFields, sourceRecord } from './fields.ts'
import { sourceAt } from './reads.ts'

/** Something a source may be cited for: a field of a record, or the record as a whole. */
export interface Fact {
  record: string
  record_id: number
  field: string | null
  value: string | null
  exactness: string | null
  /** The words that the source has for it; absent where the place of the citation serves. */
  said?: Said
}

/** Words of a source for one fact. */
export interface Said {
  quote: string | null
  locator: string | null
  asserter: string | null
  certainty: string | null
  weekday_printed: Values<typeof claimFields>['weekday_printed']
  relays: Relay[]
}

/** The place in a source that facts are drawn from. */
interface Citation {
  source_id: number
  asserted: string | null
  quote: string | null
  locator: string | null
  relays: Relay[]
}

export interface Relay {
  name: string
  named: number
}

/** One claim of the source for each fact, each with the whole chain it came through. */
export async function recordClaims(db: Db, by: Author, facts: Fact[], citation: Citation): Promise<void> {
  for (const { exactness, said, ...fact } of facts) {
    const value_exactness = claimedExactnesses.find((one) => one === exactness) ?? null
    const { relays, ...cited } = { ...citation, ...said }
    const values = { ...fact, ...cited, value_exactness, affirms: 1 }
    const claim_id = await createRecord(db, by, claimRecord, values)
    for (const [at, relay] of relays.entries())
      await createRecord(db, by, relayRecord, { claim_id, position: at + 1, ...relay })
  }
}

/** "TASS > a source": nearest first. Who begins with a small letter was not named. */
export function readRelays(line: string | null): Relay[] {
  const links = (line ?? '').split(/>|→/).map((link) => link.trim())
  return links.filter((link) => link !== '').map((name) => ({ name, named: /^\p{Ll}/u.test(name) ? 0 : 1 }))
}

type Described = Partial<Values<typeof sourceFields>>

/** The source of that number, the one on record at that web address, or a new one. */
export async function sourceGiven(
  db: Db,
  by: Author,
  known: number | null,
  { publisher, kind, ...described }: { [K in keyof Described]: Described[K] | null },
): Promise<number> {
  const same = known === null && described.url ? await sourceAt(db, described.url) : null
  const given = { ...described, publisher: publisher ?? undefined, kind: kind ?? undefined }
  return known ?? same?.id ?? createRecord(db, by, sourceRecord, given)
}
