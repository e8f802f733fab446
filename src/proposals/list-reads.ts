import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import type { ProposalFilter } from './filter.ts'
import { proposalsMatching } from './matching.ts'
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
