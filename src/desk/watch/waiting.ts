import { capital } from '../../kernel/words.ts'
import { endOf } from '../../proposals/clock.ts'
import type { Course } from '../../proposals/course.ts'
import { gatherCourses } from '../../proposals/gather.ts'
import { proposalsWithIds } from '../../proposals/reads.ts'
import { sayDays } from '../../proposals/words.ts'
import { days, type Entry, MOST, sliced, type Watch } from './section.ts'
import { proposalsDue, proposalsLately } from './waiting-reads.ts'

/** A deadline is about to pass when it is no further ahead than this. */
const SOON = 14
/** A deadline that passed longer ago is found through the events alone. */
const LONG_PAST = 730
/** An answer is long in coming after so many days. */
const LONG = 60
/** So many of the latest events are looked at for proposals that have no answer. */
const LOOKED_BACK = 250

export const proposalsWaiting: Watch = {
  name: 'unanswered',
  title: 'Proposals without an answer',
  one: 'proposal',
  note: `Deadlines within ${SOON} days, deadlines that passed, and answers missing for ${LONG} days or more; in negotiations that go on.`,
  none: 'No deadline is near, and no answer is long in coming.',
  async look(db, day, slice) {
    const lately = await proposalsLately(db, day, LOOKED_BACK)
    const due = await proposalsDue(db, day - LONG_PAST, day + SOON, MOST)
    const proposals = await proposalsWithIds(db, [...new Set([...due, ...lately])])
    const waiting = (await gatherCourses(db, proposals, day))
      .flatMap((course) => wait(course) ?? [])
      .sort((one, other) => one.rank - other.rank || one.days - other.days)
    const isMore = lately.length === LOOKED_BACK || due.length === MOST
    return sliced(waiting.map(entry), slice, isMore)
  },
}

interface Wait {
  course: Course
  /** What is near comes before what is past, and that before what was never due. */
  rank: number
  days: number
  words: string
}

/** How long it waits; null where it has an answer, or nobody will give one. */
function wait(course: Course): Wait | null {
  const { proposal, standing, day } = course
  const ended = endOf(proposal.process_status, proposal.process_latest)
  if (ended !== null && ended < day) return null
  if (standing.due !== null && standing.due <= SOON) {
    const words = standing.due === 0 ? 'due today' : `due in ${days(standing.due)}`
    return { course, rank: 0, days: standing.due, words }
  }
  if (standing.state === 'lapsed' && standing.decision === null) {
    const past = day - (proposal.deadline_latest ?? day)
    return { course, rank: 1, days: past, words: `its deadline passed ${days(past)} ago` }
  }
  const { unanswered } = standing
  if (unanswered === null || unanswered.count < LONG || standing.due !== null) return null
  return { course, rank: 2, days: -unanswered.count, words: `no answer for ${sayDays(unanswered)}` }
}

function entry({ course, words }: Wait): Entry {
  const { id, title, process, proposer, addressee } = course.proposal
  const who = [proposer, addressee && `to ${addressee}`].filter(Boolean).join(' ')
  return {
    label: title,
    href: `/proposals/${id}`,
    note: [capital(words), who, process].filter(Boolean).join(' · '),
    more: '',
    anchor: '',
    action: { label: 'Record an answer', href: `/proposal-events/new?proposal_id=${id}` },
  }
}
