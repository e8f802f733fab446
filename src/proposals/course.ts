import { groupBy } from '../kernel/group.ts'
import { endOf, type Standing, standingOf } from './clock.ts'
import type { AboutIssue, Proposal, ProposalEvent, Silence } from './reads.ts'

/** A proposal with all that is recorded of it, and where it stood on the day asked for. */
export interface Course {
  proposal: Proposal
  events: ProposalEvent[]
  silences: Silence[]
  issues: AboutIssue[]
  standing: Standing<ProposalEvent, Silence>
  day: number
}

interface Gathered {
  proposals: Proposal[]
  events: ProposalEvent[]
  silences?: Silence[]
  issues?: AboutIssue[]
}

/** Events and silences in order of time; `day` is counted from 1970-01-01. */
export function coursesOf(
  { proposals, events, silences = [], issues = [] }: Gathered,
  day: number,
): Course[] {
  const eventsBy = groupBy(events, ({ proposal_id }) => proposal_id)
  const silencesBy = groupBy(silences, ({ proposal_id }) => proposal_id)
  const issuesBy = groupBy(issues, ({ proposal_id }) => proposal_id)
  return proposals.map((proposal) => {
    const own = { events: eventsBy.get(proposal.id) ?? [], silences: silencesBy.get(proposal.id) ?? [] }
    const ended = endOf(proposal.process_status, proposal.process_latest)
    const standing = standingOf({ ...own, deadline_latest: proposal.deadline_latest, ended }, day)
    return { proposal, ...own, issues: issuesBy.get(proposal.id) ?? [], standing, day }
  })
}
