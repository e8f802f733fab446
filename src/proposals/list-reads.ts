import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import type { ProposalFilter } from './filter.ts'
import { proposalsMatching, reachesTo } from './matching.ts'
import { type Proposal, proposalsWithIds } from './reads.ts'

/** Counting stops here: beyond it a page says "more than". */
export const COUNTED = 100_000

interface Slice {
  limit: number
  offset?: number
  after?: Pick<Proposal, 'process_id' | 'id'>
}

/** Proposals that meet the filter, process by process; `after` continues behind a row. The state is not asked for. */
export async function proposalsPage(
  db: Db,
  filter: ProposalFilter,
  { limit, offset = 0, after }: Slice,
): Promise<Proposal[]> {
  let query = proposalsMatching(db, filter)
  if (after)
    query = query.where(sql<boolean>`(proposal.process_id, proposal.id) > (${after.process_id}, ${after.id})`)
  return inOrder(db, query.limit(limit).offset(offset))
}

/** How many proposals meet the filter, whatever their state; counted no further than COUNTED. */
export async function countProposals(db: Db, filter: ProposalFilter): Promise<number> {
  const some = proposalsMatching(db, filter).select('proposal.id').limit(COUNTED)
  const { count } = await db
    .selectFrom(some.as('some'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Of events that lie before the end of a window, this many are looked at, the latest first. */
const LOOKED_BACK = 2000

/** Proposals of which something falls into a window of days, those with the latest events first. */
export async function proposalsWithin(
  db: Db,
  filter: ProposalFilter,
  window: { first: number; last: number },
  limit: number,
): Promise<Proposal[]> {
  const matching = proposalsMatching(db, filter)
  const events = await db
    .selectFrom('proposal_event')
    .where('withdrawn', 'is', null)
    .where('date_earliest', '<=', window.last)
    .$if(isNarrowed(filter), (some) => some.where('proposal_id', 'in', matching.select('proposal.id')))
    .select('proposal_id')
    .orderBy('date_earliest', 'desc')
    .orderBy('id', 'desc')
    .limit(LOOKED_BACK)
    .execute()
  const latest = [...new Set(events.map(({ proposal_id }) => proposal_id))]
  const reaching = await matching
    .where('proposal.id', 'in', latest)
    .where(reachesTo(window.first))
    .select('proposal.id')
    .execute()
  const found = new Set(idsOf(reaching))
  return proposalsWithIds(db, latest.filter((id) => found.has(id)).slice(0, limit))
}

function isNarrowed({ process, party, issue }: ProposalFilter): boolean {
  return process.length + party.length + issue.length > 0
}

async function inOrder(db: Db, query: ReturnType<typeof proposalsMatching>): Promise<Proposal[]> {
  const found = await query
    .select('proposal.id')
    .orderBy('proposal.process_id')
    .orderBy('proposal.id')
    .execute()
  const rows = new Map((await proposalsWithIds(db, idsOf(found))).map((row) => [row.id, row]))
  return found.flatMap(({ id }) => rows.get(id) ?? [])
}

/** What proposals can be about, as the filter offers it. */
export function issuesByCode(db: Db) {
  return db
    .selectFrom('issue')
    .select(['code', 'title'])
    .where('withdrawn', 'is', null)
    .orderBy('code')
    .limit(500)
    .execute()
}
