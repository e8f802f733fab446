import type { Db } from '../db/tables.ts'
import type { Course } from '../proposals/course.ts'
import { isSettled, type LineKind, lineTo, runsTo } from '../proposals/drawing.ts'
import { everyProposal } from '../proposals/filter.ts'
import { gatherCourses, platesOf } from '../proposals/gather.ts'
import { sidesOf } from '../proposals/lines.ts'
import { linesOf } from '../proposals/list.ts'
import { proposalsWithin } from '../proposals/list-reads.ts'
import { type Step, stepsOf } from '../proposals/steps.ts'
import { sayStanding } from '../proposals/words.ts'
import { type Filter, idsAmong } from '../rounds/filter.ts'
import type { PlateMaker } from '../rounds/plates.ts'
import type { ThreadSet } from './reply.ts'
import type { Window } from './window.ts'

/** More threads than this are never drawn: the list of proposals has them all. */
export const THREAD_LIMIT = 100
const LANES = 16

/** A proposal as the timeline draws it, a lane of its own. Days are counted from 1970-01-01 UTC. */
export interface Thread {
  /** What it is a thread of: its page is named for it. */
  kind: 'proposal' | 'commitment'
  id: number
  title: string
  process: string
  /** The proposer's plate; code and name are empty where nobody recorded who proposes. */
  code: string
  party: string
  tone: string
  /** Where it stands on the day: a word, and a sentence. */
  word: string
  standing: string
  steps: ThreadStep[]
  /** Behind the last step: to the day the clock is read, or fading where nothing later is known. */
  tail: { to: number; kind: LineKind } | null
}

export interface ThreadStep {
  at: number
  /** Names a shape of the key. */
  shape: string
  /** Of whoever acted. */
  tone: string
  label: string
  /** "rejected by Russian Federation, 2 June 2025" */
  words: string
  wording: string
  /** The line that leads to it. */
  line: LineKind
}

const FADE_DAYS = 60

/** Threads of which something falls into the window, narrowed to the filter's processes and parties. */
export async function coursesWithin(
  db: Db,
  { process, party }: Filter,
  window: Window,
  day: number,
): Promise<{ courses: Course[]; isCut: boolean }> {
  const filter = { ...everyProposal, process, party: idsAmong(party) }
  const found = await proposalsWithin(db, filter, window, THREAD_LIMIT + 1)
  const courses = await gatherCourses(db, found.slice(0, THREAD_LIMIT), day)
  return { courses: courses.sort(byProcess), isCut: found.length > THREAD_LIMIT }
}

function byProcess(a: Course, b: Course): number {
  const first = ({ events }: Course) => events[0]?.date_latest ?? 0
  return (
    a.proposal.process.localeCompare(b.proposal.process) ||
    first(a) - first(b) ||
    a.proposal.id - b.proposal.id
  )
}

/** The lanes of a window: the latest of its threads, in as many lanes as there is room for. */
export async function threadsIn(db: Db, filter: Filter, window: Window, day: number): Promise<ThreadSet> {
  const { courses, isCut } = await coursesWithin(db, filter, window, day)
  const plates = await platesOf(db, courses)
  const shown = courses.slice(0, LANES)
  const threads = shown.map((course) => threadOf(course, plates(course.proposal.process_id)))
  return { threads, more: courses.length - shown.length + (isCut ? 1 : 0), bins: null }
}

/** The same threads as lines of a table. */
export async function threadLines(db: Db, filter: Filter, window: Window, day: number) {
  const { courses, isCut } = await coursesWithin(db, filter, window, day)
  return { ...(await linesOf(db, courses, 'whole thread')), isCut }
}

function threadOf(course: Course, plate: PlateMaker): Thread {
  const { proposal, standing, day } = course
  const steps = stepsOf(course, plate)
  const { proposer } = sidesOf(course, plate)
  const { word, sentence } = sayStanding(standing, proposal.deadline, day)
  return {
    kind: 'proposal',
    id: proposal.id,
    title: proposal.title,
    process: proposal.process,
    code: proposer?.code ?? '',
    party: proposer?.name ?? '',
    tone: proposer?.tone ?? 'grey',
    word,
    standing: sentence,
    steps: steps.map((step, nth) => threadStep(step, steps[nth - 1])),
    tail: tailOf(course, steps),
  }
}

function threadStep(step: Step, before: Step | undefined): ThreadStep {
  const { at, shape, label, word, plate, who, date, wording } = step
  const by = who ? ` by ${who}` : ''
  return {
    at,
    shape,
    tone: plate?.tone ?? 'grey',
    label,
    words: `${word}${by}, ${date}`,
    wording,
    line: lineTo(step, before),
  }
}

function tailOf(course: Course, steps: Step[]): Thread['tail'] {
  const last = steps.at(-1)
  if (!last) return null
  const end = runsTo(course, last)
  if (end > last.at) return { to: end, kind: 'dotted' }
  return isSettled(course, steps) ? null : { to: last.at + FADE_DAYS, kind: 'fading' }
}
