import type { Db } from '../db/tables.ts'
import { gone, notFound } from '../kernel/fault.ts'
import { fold } from '../kernel/fold.ts'
import { unlessHidden } from '../sources/hidden-reads.ts'

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

/** @throws Refusal 404 or 410 */
export async function theProposal(db: Db, id: number) {
  const row = await db.selectFrom('proposal').select('withdrawn').where('id', '=', id).executeTakeFirst()
  if (!row) notFound('proposal', id)
  if (row.withdrawn !== null) gone('proposal', id, row.withdrawn)
  return proposalQuery(db).where('proposal.id', '=', id).executeTakeFirstOrThrow()
}

/** These proposals, each with its process, in the order of their numbers. */
export function proposalsWithIds(db: Db, ids: number[]) {
  return proposalQuery(db).where('proposal.id', 'in', ids).execute()
}

function proposalQuery(db: Db) {
  return db
    .selectFrom('proposal')
    .innerJoin('process', 'process.id', 'proposal.process_id')
    .leftJoin('party as proposer', (on) => on.on('proposer.id', '=', unlessHidden('proposal', 'proposer_id')))
    .leftJoin('party as addressee', (on) =>
      on.on('addressee.id', '=', unlessHidden('proposal', 'addressee_id')),
    )
    .where('proposal.withdrawn', 'is', null)
    .selectAll('proposal')
    .select([
      'proposer.id as proposer_id',
      'addressee.id as addressee_id',
      'proposer.name as proposer',
      'proposer.code as proposer_code',
      'addressee.name as addressee',
      'addressee.code as addressee_code',
      'process.title as process',
      'process.slug as process_slug',
      'process.status as process_status',
      'process.date_latest as process_latest',
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
    .leftJoin('venue', (on) => on.on('venue.id', '=', unlessHidden('round', 'venue_id')))
    .where('proposal_id', 'in', proposalIds)
    .where('proposal_event.withdrawn', 'is', null)
    .selectAll('proposal_event')
    .select(['party.name as party', 'party.code', 'person.name as person', 'round.title as round'])
    .select(['venue.id as venue_id', 'venue.name as venue', 'venue.city', 'venue.country'])
    .orderBy('proposal_id')
    .orderBy('proposal_event.date_earliest')
    .orderBy('proposal_event.id')
    .execute()
}

export type ProposalEvent = Awaited<ReturnType<typeof eventsOf>>[number]

/** Reports that a party had not answered these proposals, in order of time. */
export function silencesOf(db: Db, proposalIds: number[]) {
  return db
    .selectFrom('position')
    .innerJoin('party', 'party.id', 'position.party_id')
    .where('position.proposal_id', 'in', proposalIds)
    .where('position.stance', '=', 'silent')
    .where('position.withdrawn', 'is', null)
    .selectAll('position')
    .select(['party.name as party', 'party.code'])
    .orderBy('position.proposal_id')
    .orderBy('position.date_earliest')
    .orderBy('position.id')
    .execute()
}

export type Silence = Awaited<ReturnType<typeof silencesOf>>[number]

/** What these proposals are about. */
export function issuesAbout(db: Db, proposalIds: number[]) {
  return db
    .selectFrom('proposal_issue')
    .innerJoin('issue', 'issue.id', 'proposal_issue.issue_id')
    .where('proposal_id', 'in', proposalIds)
    .where('proposal_issue.withdrawn', 'is', null)
    .where('issue.withdrawn', 'is', null)
    .select(['proposal_issue.proposal_id', 'issue.code', 'issue.title'])
    .orderBy('proposal_id')
    .orderBy('issue.code')
    .execute()
}

export type AboutIssue = Awaited<ReturnType<typeof issuesAbout>>[number]

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
