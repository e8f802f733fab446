/*
 * When what happened to each proposal, and to each commitment: days alone, in memory, so that a window of them is found and
 * counted without going through the tables. Read anew when somebody has changed the record and asks for these lanes.
 */

import { setImmediate as nextTurn } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { OPEN } from '../kernel/edtf.ts'

export interface Dated {
  id: number
  process: number
  /** Who proposes or owes, and to whom. */
  parties: [number | null, number | null]
  /** Of events, reports and the deadline, in order. */
  days: number[]
  /** The last day on which any of it may have happened; an end that is open counts by its first day. */
  last: number
}

/** Proposals or commitments, in the order of their last days. */
export type Courses = Dated[]
export type CourseKind = 'proposal' | 'commitment'

const STRETCH = 4000

interface Kept {
  version: number
  courses: Promise<Courses>
}

const kept = { proposal: new WeakMap<Db, Kept>(), commitment: new WeakMap<Db, Kept>() }

export async function allCourses(db: Db, kind: CourseKind): Promise<Courses> {
  const version = await lastId(db, 'revision')
  const known = kept[kind].get(db)
  if (known?.version === version) return known.courses
  const courses = read(db, kind)
  kept[kind].set(db, { version, courses })
  courses.catch(() => kept[kind].delete(db))
  return courses
}

const heads: Record<CourseKind, RawBuilder<unknown>> = {
  proposal: sql`select id, process_id as process, proposer_id as one, addressee_id as other, deadline_latest as deadline
    from proposal where withdrawn is null`,
  commitment: sql`select commitment.id, track.process_id as process, debtor_id as one, creditor_id as other,
      deadline_latest as deadline, round.date_earliest as first, round.date_latest as last
    from commitment cross join outcome on outcome.id = outcome_id cross join round on round.id = round_id
      cross join track on track.id = track_id
    where commitment.withdrawn is null and outcome.withdrawn is null and round.withdrawn is null`,
}
const steps: Record<CourseKind, Array<[StepTable, RawBuilder<unknown>]>> = {
  proposal: [
    [
      'proposal_event',
      sql`select proposal_id as id, date_earliest as first, date_latest as last from proposal_event
        where withdrawn is null`,
    ],
    [
      'position',
      sql`select proposal_id as id, date_earliest as first, date_latest as last from position
        where withdrawn is null and proposal_id is not null and stance = 'silent'`,
    ],
  ],
  commitment: [
    [
      'follow_up',
      sql`select commitment_id as id, date_earliest as first, date_latest as last from follow_up
        where withdrawn is null and date_earliest is not null`,
    ],
  ],
}
type StepTable = 'proposal_event' | 'position' | 'follow_up'
type Table = CourseKind | StepTable | 'revision'

interface Span {
  id: number
  first?: number | null
  last?: number | null
}

interface Head extends Span {
  process: number
  one: number | null
  other: number | null
  deadline: number | null
}

async function read(db: Db, kind: CourseKind): Promise<Courses> {
  const courses = new Map<number, Dated>()
  const note = (course: Dated | undefined, { first, last }: Span) => {
    if (!course || first === undefined || first === null) return
    const day = first === -OPEN ? (last ?? 0) : first
    course.days.push(day)
    course.last = Math.max(course.last, last === OPEN ? day : (last ?? day))
  }
  for await (const head of inStretches<Head>(db, kind, heads[kind])) {
    const { id, process, one, other, deadline } = head
    const course: Dated = { id, process, parties: [one, other], days: [], last: -OPEN }
    courses.set(id, course)
    note(course, head)
    if (deadline !== null && Math.abs(deadline) !== OPEN)
      note(course, { id, first: deadline, last: deadline })
  }
  for (const [table, query] of steps[kind])
    for await (const step of inStretches<Span>(db, table, query)) note(courses.get(step.id), step)
  const dated = [...courses.values()].filter(({ days }) => days.length > 0)
  for (const { days } of dated) days.sort((a, b) => a - b)
  return dated.sort((a, b) => a.last - b.last || a.id - b.id)
}

/** Along the ids, so that no statement holds up the others for long. */
async function* inStretches<R>(db: Db, table: Table, query: RawBuilder<unknown>): AsyncGenerator<R> {
  const end = await lastId(db, table)
  for (let from = 1; from <= end; from += STRETCH) {
    const { rows } =
      await sql<R>`${query} and ${sql.ref(`${table}.id`)} between ${from} and ${from + STRETCH - 1}`.execute(
        db,
      )
    yield* rows
    await nextTurn()
  }
}

async function lastId(db: Db, table: Table): Promise<number> {
  const last = await db.selectFrom(table).select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return last?.id ?? 0
}

/** The processes of these slugs; null where none is asked for. */
export async function processIds(db: Db, slugs: string[]): Promise<Set<number> | null> {
  if (slugs.length === 0) return null
  const rows = await db.selectFrom('process').where('slug', 'in', slugs).select('id').execute()
  return new Set(rows.map(({ id }) => id))
}
