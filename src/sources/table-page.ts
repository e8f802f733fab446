import { listTable } from '../catalogue/list.ts'
import { claimCountsOf } from './claim-reads.ts'
import { sourceRecord } from './fields.ts'
import { COUNTED_CLAIMS, saidCountsOf } from './reads.ts'

/** The list of sources as it leaves the house, each with how much it says. */
export const sourceTable = listTable(sourceRecord, {
  columns: {
    claims: 'How many claims of it stand',
    claims_disputed: `How many of them are on disputed fields; of the first ${COUNTED_CLAIMS} where there are more`,
  },
  async cellsOf(db, ids) {
    const [claims, said] = await Promise.all([claimCountsOf(db, ids), saidCountsOf(db, ids)])
    return (id) => ({ claims: claims.get(id) ?? 0, claims_disputed: said.get(id)?.disputed ?? 0 })
  },
})
