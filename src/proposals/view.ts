import { sayDate } from '../kernel/say-date.ts'
import { shapeOf } from '../processes/shapes.ts'
import { type Plate, type PlateMaker, plateOr } from '../rounds/plates.ts'
import type { Claims } from '../sources/claim-reads.ts'
import { type Evidence, evidenceAbout } from '../sources/evidence.ts'
import { coursesOf } from './course.ts'
import type { Proposal, ProposalEvent, Silence } from './reads.ts'
import { type StandingWords, sayStanding } from './words.ts'

export interface Thread {
  href: string
  title: string
  /** Null where no day was given to judge it by. */
  standing: StandingWords | null
  proposer: Plate | null
  addressee: Plate | null
  wording: string
  deadline: string
  evidence: Evidence
  events: EventLine[]
}

interface EventLine {
  verb: string
  /** Names the shape in views/parts/event-shape. */
  shape: string
  plate: Plate | null
  who: string
  date: string
  wording: string
  round: { href: string; label: string } | null
  isHere: boolean
  evidence: Evidence
}

interface Gathered {
  proposals: Proposal[]
  events: ProposalEvent[]
  silences?: Silence[]
  claims: Claims
}

/** Proposals as threads: who asks, of whom, what was done with it since, and where that leaves it on the day. */
export function threadLines(
  { claims, ...all }: Gathered,
  plate: PlateMaker,
  roundId: number | null,
  day: number | null = null,
): Thread[] {
  return coursesOf(all, day ?? 0).map(({ proposal, events, standing }) => ({
    href: `/proposals/${proposal.id}`,
    title: proposal.title,
    standing: day === null ? null : sayStanding(standing, proposal.deadline, day),
    proposer: plateOr(plate, proposal.proposer_id, proposal.proposer_code, proposal.proposer),
    addressee: plateOr(plate, proposal.addressee_id, proposal.addressee_code, proposal.addressee),
    wording: proposal.wording ?? '',
    deadline: proposal.deadline === null ? '' : sayDate(proposal.deadline),
    evidence: evidenceAbout(claims, 'proposal', proposal.id),
    events: events.map((event) => eventLine(event, claims, plate, roundId)),
  }))
}

function eventLine(
  event: ProposalEvent,
  claims: Claims,
  plate: PlateMaker,
  roundId: number | null,
): EventLine {
  const isElsewhere = event.round_id !== null && event.round_id !== roundId
  return {
    verb: event.verb,
    shape: shapeOf(event.verb),
    plate: plateOr(plate, event.party_id, event.code, event.party),
    who: event.person ?? event.party ?? '',
    date: sayDate(event.date),
    wording: event.wording ?? '',
    round: isElsewhere ? { href: `/rounds/${event.round_id}`, label: event.round ?? '' } : null,
    isHere: event.round_id !== null && event.round_id === roundId,
    evidence: evidenceAbout(claims, 'proposal_event', event.id),
  }
}
