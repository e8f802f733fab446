import type { Db } from '../db/tables.ts'
import { settingsOf } from '../evidence/setting-reads.ts'
import { raiseVersion } from '../history/record-writes.ts'
import { otherRoundsOf } from '../proposals/reads.ts'
import { roundRecord } from '../rounds/fields.ts'
import { indexRounds } from '../search/writes.ts'
import { claimRecord } from '../sources/fields.ts'

/**
 * A part changed by itself, not through the form that shows it: whoever has that form open must see that it changed,
 * and the rounds that show it are found by its new words.
 */
export async function changedBeneath(db: Db, record: string, id: number): Promise<void> {
  if (record === 'relay') return raiseVersion(db, claimRecord, await claimsOfLink(db, id))
  const rounds = await roundsShowing(db, record, id)
  if (rounds.length === 0) return
  await raiseVersion(
    db,
    roundRecord,
    rounds.filter((round) => record !== 'round' || round !== id),
  )
  await indexRounds(db, rounds)
}

async function roundsShowing(db: Db, record: string, id: number): Promise<number[]> {
  const [setting] = await settingsOf(db, record, [id])
  const own = setting?.round_id ? [setting.round_id] : []
  return record === 'proposal' ? otherRoundsOf(db, [id], 0) : own
}

async function claimsOfLink(db: Db, id: number): Promise<number[]> {
  const links = await db.selectFrom('relay').select('claim_id').where('id', '=', id).execute()
  return links.map(({ claim_id }) => claim_id)
}
