import type { Db } from '../db/tables.ts'
import { counted } from '../kernel/words.ts'
import { tallyOf } from '../sources/tally.ts'
import { turns } from '../web/paging.ts'
import type { Course } from './course.ts'
import { type ProposalFilter, proposalQueryOf } from './filter.ts'
import { claimsOnCourses, coursesMatching, gatherCourses, platesOf } from './gather.ts'
import { type Extent, type ProposalLine, proposalLine } from './lines.ts'
import { COUNTED, countProposals, proposalsPage } from './list-reads.ts'

const PAGE_SIZE = 50
/** A state follows from the calendar and lies in no index: so many proposals are looked at for it, and no more. */
const LOOKED_THROUGH = 5000

/** A page of the proposals that meet the filter, with its count, its pages and its table to download. */
export async function proposalList(db: Db, filter: ProposalFilter, day: number) {
  const found =
    filter.state.length === 0 ? await plainPage(db, filter, day) : await statePage(db, filter, day)
  const { lines, share } = await linesOf(db, found.courses, 'last event')
  const unpaged = { ...filter, page: 1 }
  return {
    rows: lines,
    share: share && `On this page ${share}`,
    isEmpty: lines.length === 0,
    isNarrowed: proposalQueryOf(unpaged) !== '',
    countWords: found.words,
    ...turns(filter.page, found.hasNext, (page) => `/proposals${proposalQueryOf({ ...filter, page })}`),
    table: lines.length === 0 ? null : { path: '/proposals', query: proposalQueryOf(unpaged) },
  }
}

/** Proposals as lines of a table, and how many of their fields are sourced. */
export async function linesOf(
  db: Db,
  courses: Course[],
  extent: Extent,
): Promise<{ lines: ProposalLine[]; share: string }> {
  const [claims, plates] = await Promise.all([claimsOnCourses(db, courses), platesOf(db, courses)])
  const counts = claims.statuses.map(({ status }) => ({ status, count: 1 }))
  return {
    lines: courses.map((course) => proposalLine(course, claims, plates(course.proposal.process_id), extent)),
    share: counts.length === 0 ? '' : tallyOf(counts).share,
  }
}

interface Found {
  courses: Course[]
  hasNext: boolean
  /** "64 proposals" */
  words: string
}

async function plainPage(db: Db, filter: ProposalFilter, day: number): Promise<Found> {
  const offset = (filter.page - 1) * PAGE_SIZE
  const [proposals, count] = await Promise.all([
    proposalsPage(db, filter, { limit: PAGE_SIZE, offset }),
    countProposals(db, filter),
  ])
  return {
    courses: await gatherCourses(db, proposals, day),
    hasNext: count > offset + PAGE_SIZE,
    words: `${count >= COUNTED ? 'more than ' : ''}${counted(count, 'proposal')}`,
  }
}

/** Those of one state among the first thousands that meet the rest of the filter; the words say where it stopped. */
async function statePage(db: Db, filter: ProposalFilter, day: number): Promise<Found> {
  const matching: Course[] = []
  for await (const courses of coursesMatching(db, filter, day, LOOKED_THROUGH)) matching.push(...courses)
  const all = await countProposals(db, filter)
  const among = all > LOOKED_THROUGH ? ` among the first ${counted(LOOKED_THROUGH, 'proposal')}` : ''
  const end = filter.page * PAGE_SIZE
  return {
    courses: matching.slice(end - PAGE_SIZE, end),
    hasNext: matching.length > end,
    words: `${counted(matching.length, 'proposal')}${among}`,
  }
}
