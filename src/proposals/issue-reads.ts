import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { whileUnchanged } from '../db/unchanged.ts'

/** Who is recorded to have taken a stand on the issue. */
export function partiesOn(db: Db, issueId: number) {
  return db
    .selectFrom('party')
    .select(['id', 'name', 'code'])
    .where(
      'id',
      'in',
      sql<number>`(select party_id from position where issue_id = ${issueId} and withdrawn is null
        union select event.party_id from proposal_issue about
          join proposal thread on thread.id = about.proposal_id
          join proposal_event event on event.proposal_id = thread.id
          where about.issue_id = ${issueId} and about.withdrawn is null and thread.withdrawn is null
            and event.withdrawn is null)`,
    )
    .orderBy('name_folded')
    .orderBy('id')
    .execute()
}

/** The processes in which the issue came up. */
export function processesOn(db: Db, issueId: number) {
  return db
    .selectFrom('process')
    .select(['id', 'slug', 'title'])
    .where(
      'id',
      'in',
      sql<number>`(select process_id from position where issue_id = ${issueId} and withdrawn is null
        union select thread.process_id from proposal_issue about join proposal thread on thread.id = about.proposal_id
          where about.issue_id = ${issueId} and about.withdrawn is null and thread.withdrawn is null)`,
    )
    .where('withdrawn', 'is', null)
    .orderBy('title_folded')
    .orderBy('id')
    .execute()
}

interface Counts {
  positions: number
  proposals: number
}

/** How many positions and proposals there are on each of these issues; one without either is left out. */
export const countsOn = whileUnchanged(async (db: Db, issueIds: number[]) => {
  const [positions, proposals] = await Promise.all([
    db
      .selectFrom('position')
      .where('issue_id', 'in', issueIds)
      .where('withdrawn', 'is', null)
      .select((of) => ['issue_id', of.fn.countAll<number>().as('count')])
      .groupBy('issue_id')
      .execute(),
    db
      .selectFrom('proposal_issue')
      .innerJoin('proposal', 'proposal.id', 'proposal_issue.proposal_id')
      .where('issue_id', 'in', issueIds)
      .where('proposal_issue.withdrawn', 'is', null)
      .where('proposal.withdrawn', 'is', null)
      .select((of) => ['issue_id', of.fn.countAll<number>().as('count')])
      .groupBy('issue_id')
      .execute(),
  ])
  const counts = new Map<number, Counts>()
  for (const { issue_id, count } of positions) counts.set(issue_id, { positions: count, proposals: 0 })
  for (const { issue_id, count } of proposals)
    counts.set(issue_id, { positions: counts.get(issue_id)?.positions ?? 0, proposals: count })
  return counts
})
