import { OPEN } from '../kernel/edtf.ts'
import { sayDate } from '../kernel/say-date.ts'
import { shapeOf } from '../processes/shapes.ts'
import { type Plate, type PlateMaker, plateOr } from '../rounds/plates.ts'
import { sayVenue } from '../venues/words.ts'
import type { Course } from './course.ts'
import type { ProposalEvent, Silence } from './reads.ts'

/** One thing in the course of a proposal: an event, a report of silence, or its deadline. */
export interface Step {
  /** What stands in the record: its kind and number; null for the deadline, which is a field of the proposal. */
  record: 'proposal_event' | 'position' | null
  id: number
  /** Where it is drawn, counted from 1970-01-01: the middle of the days it may mean. */
  at: number
  /** Names the shape in views/parts/event-shape. */
  shape: string
  word: string
  /** The same, short enough for a drawing. */
  label: string
  /** Of whoever acted, or kept silent; the deadline is the proposer's. */
  plate: Plate | null
  who: string
  date: string
  wording: string
  round: { href: string; label: string } | null
  venue: string
}

/** All of them in order of time; what has no day of its own is left out. */
export function stepsOf(course: Course, plate: PlateMaker): Step[] {
  const steps = [
    ...course.events.map((event) => eventStep(event, plate)),
    ...course.silences.map((silence) => silenceStep(silence, plate)),
    ...deadlineStep(course, plate),
  ]
  return steps.sort((a, b) => a.at - b.at)
}

function eventStep(event: ProposalEvent, plate: PlateMaker): Step {
  const { round_id, party_id, code, party, person } = event
  return {
    record: 'proposal_event',
    id: event.id,
    at: middleOf(event),
    shape: shapeOf(event.verb),
    word: event.verb,
    label: event.verb,
    plate: plateOr(plate, party_id, code, party),
    who: [person, party].filter(Boolean).join(', '),
    date: sayDate(event.date),
    wording: event.wording ?? '',
    round: round_id === null ? null : { href: `/rounds/${round_id}`, label: event.round ?? '' },
    venue: event.venue_id === null ? '' : sayVenue(event),
  }
}

function silenceStep(silence: Silence, plate: PlateMaker): Step {
  return {
    record: 'position',
    id: silence.id,
    at: middleOf(silence),
    shape: 'silent',
    word: 'no answer so far',
    label: 'no answer',
    plate: plate(silence),
    who: silence.party,
    date: sayDate(silence.date),
    wording: silence.wording ?? '',
    round: null,
    venue: '',
  }
}

function deadlineStep({ proposal, standing, day }: Course, plate: PlateMaker): Step[] {
  const { deadline, deadline_latest, proposer_id, proposer, proposer_code } = proposal
  if (deadline === null || deadline_latest === null || Math.abs(deadline_latest) === OPEN) return []
  const isLapsed = standing.state === 'lapsed'
  const isAhead = deadline_latest >= day
  return [
    {
      record: null,
      id: proposal.id,
      at: deadline_latest,
      shape: isLapsed ? 'lapsed' : 'deadline',
      word: isLapsed ? 'deadline passed without acceptance' : isAhead ? 'deadline ahead' : 'deadline',
      label: isLapsed ? 'lapsed' : 'due',
      plate: plateOr(plate, proposer_id, proposer_code, proposer),
      who: '',
      date: sayDate(deadline),
      wording: '',
      round: null,
      venue: '',
    },
  ]
}

function middleOf({ date_earliest, date_latest }: { date_earliest: number; date_latest: number }): number {
  if (date_earliest === -OPEN) return date_latest
  return date_latest === OPEN ? date_earliest : Math.floor((date_earliest + date_latest) / 2)
}
