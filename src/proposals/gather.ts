import type { Db } from '../db/tables.ts'
import { idsOf } from '../kernel/ids.ts'
import { platesIn } from '../rounds/plates.ts'
import { claimsOn } from '../sources/claim-reads.ts'
import { coursesOf } from './course.ts'
import type { ProposalFilter } from './filter.ts'
import { proposalsPage } from './list-reads.ts'
import { eventsOf, issuesAbout, type Proposal, silencesOf } from './reads.ts'

/** What was done with these proposals, and where they stand on the day; three questions, however many proposals. */
export async function gatherCourses(db: Db, proposals: Proposal[], day: number) {
  const ids = idsOf(proposals)
  const [events, silences, issues] = await Promise.all([
    eventsOf(db, ids),
    silencesOf(db, ids),
    issuesAbout(db, ids),
  ])
  return coursesOf({ proposals, events, silences, issues }, day)
}

type Courses = Awaited<ReturnType<typeof gatherCourses>>

/** The claims on the proposals and on each thing recorded of them. */
export function claimsOnCourses(db: Db, courses: Courses) {
  return claimsOn(db, {
    proposal: courses.map(({ proposal }) => proposal.id),
    proposal_event: courses.flatMap(({ events }) => idsOf(events)),
    position: courses.flatMap(({ silences }) => idsOf(silences)),
  })
}

/** The colours of the negotiations that these proposals belong to. */
export function platesOf(db: Db, courses: Courses) {
  return platesIn(db, [...new Set(courses.map(({ proposal }) => proposal.process_id))])
}

const AT_ONCE = 500

/** All proposals that meet the filter, their state included, some at a time; no more than `most` are looked at. */
export async function* coursesMatching(
  db: Db,
  filter: ProposalFilter,
  day: number,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Courses> {
  let after: Proposal | undefined
  for (let looked = 0; looked < most; looked += AT_ONCE) {
    const proposals = await proposalsPage(db, filter, { limit: AT_ONCE, after })
    if (proposals.length === 0) return
    const courses = await gatherCourses(db, proposals, day)
    yield courses.filter(({ standing }) => filter.state.length === 0 || filter.state.includes(standing.state))
    after = proposals.at(-1)
  }
}
