import { sql } from 'kysely'
import type { Db } from '../../db/tables.ts'

// SQLite takes 32,766 values in a statement; each id is named once.
const AT_ONCE = 4000

/** The round that each of these kinds is part of. */
const roundOf = {
  session: sql`select round_id from session where id`,
  delegation: sql`select round_id from delegation where id`,
  delegate: sql`select round_id from delegate cross join delegation on delegation.id = delegation_id where delegate.id`,
  third_party: sql`select round_id from third_party where id`,
  outcome: sql`select round_id from outcome where id`,
  commitment: sql`select round_id from commitment cross join outcome on outcome.id = outcome_id where commitment.id`,
  document: sql`select round_id from document where id`,
  position: sql`select round_id from position where id`,
  proposal_event: sql`select round_id from proposal_event where id`,
  proposal: sql`select round_id from proposal_event where proposal_id`,
  issue: sql`select round_id from (select issue_id, round_id from position
    union all select issue_id, round_id from proposal_issue
      cross join proposal_event on proposal_event.proposal_id = proposal_issue.proposal_id) where issue_id`,
  proposal_issue: sql`select round_id from proposal_issue
    cross join proposal_event on proposal_event.proposal_id = proposal_issue.proposal_id where proposal_issue.id`,
}

/** Rounds of which something that they are counted by may have changed: themselves, or a part of theirs. */
export async function roundsTouched(db: Db, touched: ReadonlyMap<string, number[]>): Promise<number[]> {
  const rounds = new Set(touched.get('round'))
  for (const [record, query] of Object.entries(roundOf)) {
    const ids = touched.get(record) ?? []
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = sql.join(ids.slice(from, from + AT_ONCE))
      const { rows } = await sql<{ round_id: number | null }>`${query} in (${some})`.execute(db)
      for (const { round_id } of rows) if (round_id !== null) rounds.add(round_id)
    }
  }
  return [...rounds]
}
