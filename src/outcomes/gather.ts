import type { Db, Read } from '../db/tables.ts'
import { groupBy } from '../kernel/group.ts'
import { idsOf } from '../kernel/ids.ts'
import { type CommitmentRow, statusesOf } from './commitment-reads.ts'
import type { Sourced } from './deliveries.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import { followUpsOf } from './reads.ts'

export type FollowUp = Read<typeof followUpsOf>[number]
type Reported = FollowUp & { statuses: Sourced[] }

/** A commitment with its ledger as of the day. */
export interface Account {
  commitment: CommitmentRow
  statuses: Sourced[]
  ledger: Ledger<Reported>
  /** Reports that may be later than the day: told, and not counted. */
  later: Reported[]
}

/** Opens the ledgers of these commitments: three questions, however many there are. */
export async function ledgersOf(db: Db, commitments: CommitmentRow[], day: number): Promise<Account[]> {
  const followUps = await followUpsOf(db, idsOf(commitments))
  const statuses = await statusesOf(db, idsOf(commitments), idsOf(followUps))
  const reported = groupBy(followUps, ({ commitment_id }) => commitment_id)
  return commitments.map((commitment) => {
    const all = (reported.get(commitment.id) ?? []).map((report) => ({
      ...report,
      statuses: statuses('follow_up', report.id),
    }))
    const reports = all.filter(({ may_be_later }) => !may_be_later)
    const own = statuses('commitment', commitment.id)
    return {
      commitment,
      statuses: own,
      ledger: ledgerOf({ ...commitment, statuses: own }, reports, day),
      later: all.filter(({ may_be_later }) => may_be_later),
    }
  })
}
