import type { Db } from '../db/tables.ts'
import { fold } from '../kernel/fold.ts'

/** The proposals that something happened to at a round. */
export async function proposalsAt(db: Db, roundId: number) {
  const here = db
    .selectFrom('proposal_event')
    .select('proposal_id')
    .where('round_id', '=', roundId)
    .where('withdrawn', 'is', null)
  return proposalQuery(db).where('proposal.id', 'in', here).execute()
}

/** The proposals of a process, the first 500. */
export function proposalsIn(db: Db, processId: number) {
  return proposalQuery(db).where('proposal.process_id', '=', processId).limit(500).execute()
}

function proposalQuery(db: Db) {
  return db
    .selectFrom('proposal')
    .leftJoin('party as proposer', 'proposer.id', 'proposal.proposer_id')
    .leftJoin('party as addressee', 'addressee.id', 'proposal.addressee_id')
    .where('proposal.withdrawn', 'is', null)
    .selectAll('proposal')
    .select([
      'proposer.name as proposer',
      'proposer.code as proposer_code',
      'addressee.name as addressee',
      'addressee.code as addressee_code',
    ])
    .orderBy('proposal.id')
}

export type Proposal = Awaited<ReturnType<typeof proposalsIn>>[number]

/** What was done with these proposals, in order of time. */
export function eventsOf(db: Db, proposalIds: number[]) {
  return db
    .selectFrom('proposal_event')
    .leftJoin('party', 'party.id', 'proposal_event.party_id')
    .leftJoin('person', 'person.id', 'proposal_event.person_id')
    .leftJoin('round', 'round.id', 'proposal_event.round_id')
    .where('proposal_id', 'in', proposalIds)
    .where('proposal_event.withdrawn', 'is', null)
    .selectAll('proposal_event')
    .select(['party.name as party', 'party.code', 'person.name as person', 'round.title as round'])
    .orderBy('proposal_id')
    .orderBy('proposal_event.date_earliest')
    .orderBy('proposal_event.id')
    .execute()
}

export type ProposalEvent = Awaited<ReturnType<typeof eventsOf>>[number]

/** The standing proposal of that title in the process of a track. */
export async function proposalTitled(db: Db, trackId: number, title: string) {
  const found = await db
    .selectFrom('proposal')
    .innerJoin('track', 'track.process_id', 'proposal.process_id')
    .where('track.id', '=', trackId)
    .where('proposal.title_folded', '=', fold(title))
    .where('proposal.withdrawn', 'is', null)
    .select([
      'proposal.id',
      'proposal.proposer_id',
      'proposal.addressee_id',
      'proposal.wording',
      'proposal.deadline',
    ])
    .orderBy('proposal.id')
    .executeTakeFirst()
  return found ?? null
}

/** The other rounds at which something was done with these proposals. */
export async function otherRoundsOf(db: Db, proposalIds: number[], roundId: number): Promise<number[]> {
  const events = await eventsOf(db, proposalIds)
  const rounds = events.flatMap(({ round_id }) =>
    round_id === null || round_id === roundId ? [] : [round_id],
  )
  return [...new Set(rounds)]
}
