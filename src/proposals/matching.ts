import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { isKnown } from '../sources/hidden-reads.ts'
import type { ProposalFilter } from './filter.ts'

type Asked = Pick<ProposalFilter, 'process' | 'party' | 'issue'>

/** Proposals that stand and meet the filter, without an order; their state is no matter of SQL. */
export function proposalsMatching(db: Db, { process, party, issue }: Asked) {
  const all = db.selectFrom('proposal').where('proposal.withdrawn', 'is', null)
  return all
    .$if(process.length > 0, (some) => some.where('proposal.process_id', 'in', processesNamed(db, process)))
    .$if(party.length > 0, (some) => some.where('proposal.id', 'in', between(party)))
    .$if(issue.length > 0, (some) => some.where('proposal.id', 'in', about(issue)))
}

function processesNamed(db: Db, slugs: string[]) {
  return db.selectFrom('process').where('slug', 'in', slugs).select('process.id')
}

function between(ids: number[]) {
  return sql<number>`(select id from proposal where proposer_id in (${sql.join(ids)}) and ${isKnown('proposal', 'proposer_id')}
    union select id from proposal where addressee_id in (${sql.join(ids)}) and ${isKnown('proposal', 'addressee_id')})`
}

function about(codes: string[]) {
  return sql<number>`(select proposal_id from issue join proposal_issue on issue_id = issue.id
    where code in (${sql.join(codes)}) and proposal_issue.withdrawn is null)`
}
