import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import type { Course } from '../proposals/course.ts'
import { isSettled, type LineKind, lineTo, runsTo } from '../proposals/drawing.ts'
import { gatherCourses, platesOf } from '../proposals/gather.ts'
import { sidesOf } from '../proposals/lines.ts'
import { linesOf } from '../proposals/list.ts'
import { proposalsWithIds } from '../proposals/reads.ts'
import { type Step, stepsOf } from '../proposals/steps.ts'
import { sayStanding } from '../proposals/words.ts'
import type { Filter } from '../rounds/filter.ts'
import type { PlateMaker } from '../rounds/plates.ts'
import { courseBins, coursesIn, lanesAmong, THREAD_LIMIT } from './courses.ts'
import type { ThreadSet } from './reply.ts'
import type { Asked } from './rounds.ts'
import type { Window } from './window.ts'

/** A proposal or a commitment as the timeline draws it, a lane of its own. Days are counted from 1970-01-01 UTC. */
export interface Thread {
  /** What it is a thread of: its page is named for it. */
  kind: 'proposal' | 'commitment'
  id: number
  title: string
  process: string
  /** The plate of who proposes or owes; code and name are empty where nobody recorded it. */
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

/** The lanes of a window: the latest of its threads, or bins where they are many. */
export async function threadsIn(db: Db, filter: Filter, asked: Asked, day: number): Promise<ThreadSet> {
  const found = lanesAmong(await coursesIn(db, 'proposal', filter, asked))
  if (found.isMany) return courseBins(db, 'proposal', filter, asked, found.more)
  const courses = await inOrder(db, found.ids, day)
  const plates = await platesOf(db, courses)
  const threads = courses.map((course) => threadOf(course, plates(course.proposal.process_id)))
  return { isOpen: true, threads, more: found.more, bins: null }
}

/** The threads of a window as lines of a table. */
export async function threadLines(db: Db, filter: Filter, window: Window, day: number) {
  const found = await coursesIn(db, 'proposal', filter, window)
  const courses = await inOrder(db, idsOf(found.slice(0, THREAD_LIMIT)), day)
  return { ...(await linesOf(db, courses, 'whole thread')), isCut: found.length > THREAD_LIMIT }
}

/** By process, and then by when they began. */
async function inOrder(db: Db, ids: number[], day: number): Promise<Course[]> {
  const courses = await gatherCourses(db, await proposalsWithIds(db, ids), day)
  const first = ({ events }: Course) => events[0]?.date_latest ?? 0
  return courses.sort(
    (a, b) =>
      a.proposal.process.localeCompare(b.proposal.process) ||
      first(a) - first(b) ||
      a.proposal.id - b.proposal.id,
  )
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
