import type { Db } from '../db/tables.ts'
import type { Claim } from '../sources/claim-reads.ts'

/** What a machine finds odd about a claim, as one sentence for an editor or reader. */
export interface Warning {
  claim_id: number
  says: string
}

/** The warnings on these claims, each checked against what the record knows. */
export async function warningsOn(_db: Db, _claims: readonly Claim[]): Promise<Warning[]> {
  return []
}
