import { sayDate } from '../kernel/say-date.ts'
import { type Plate, type PlateMaker, plateOr } from '../rounds/plates.ts'
import type { Claims } from '../sources/claim-reads.ts'
import { type Evidence, evidenceAbout } from '../sources/evidence.ts'
import type { Course } from './course.ts'
import { type Step, stepsOf } from './steps.ts'
import { type StandingWords, sayStanding } from './words.ts'

/** A proposal as a line of a table. */
export interface ProposalLine {
  id: number
  href: string
  title: string
  proposer: Plate | null
  addressee: Plate | null
  process: { href: string; title: string }
  /** All that is recorded of it and its deadline, or no more than the last event. */
  happenings: Happening[]
  standing: StandingWords
  deadline: string
  evidence: Evidence
}

/** A step in few words. */
interface Happening {
  shape: string
  tone: string
  words: string
}

export type Extent = 'last event' | 'whole thread'

export function proposalLine(
  course: Course,
  claims: Claims,
  plate: PlateMaker,
  extent: Extent,
): ProposalLine {
  const { proposal, standing, day } = course
  const steps = stepsOf(course, plate)
  const events = steps.filter(({ record }) => record === 'proposal_event')
  return {
    id: proposal.id,
    href: `/proposals/${proposal.id}`,
    title: proposal.title,
    ...sidesOf(course, plate),
    process: { href: `/processes/${proposal.process_slug}`, title: proposal.process },
    happenings: (extent === 'whole thread' ? steps : events.slice(-1)).map(happening),
    standing: sayStanding(standing, proposal.deadline, day),
    deadline: proposal.deadline === null ? '' : sayDate(proposal.deadline),
    evidence: evidenceAbout(claims, 'proposal', proposal.id),
  }
}

/** Who proposes, and to whom. */
export function sidesOf({ proposal }: Course, plate: PlateMaker) {
  const { proposer_id, proposer_code, proposer, addressee_id, addressee_code, addressee } = proposal
  return {
    proposer: plateOr(plate, proposer_id, proposer_code, proposer),
    addressee: plateOr(plate, addressee_id, addressee_code, addressee),
  }
}

function happening({ shape, word, plate, date }: Step): Happening {
  const by = plate && shape !== 'deadline' && shape !== 'lapsed' ? ` ${plate.code}` : ''
  return { shape, tone: plate?.tone ?? 'grey', words: `${word}${by}, ${date}` }
}
