import type { Request, Response } from 'express'
import type { Db } from '../db/tables.ts'
import { isoDate } from '../kernel/days.ts'
import { boundCell } from '../kernel/edtf.ts'
import type { Claims } from '../sources/claim-reads.ts'
import { evidenceAbout } from '../sources/evidence.ts'
import { allAtOnce, type Row, sendTable } from '../web/table.ts'
import type { Course } from './course.ts'
import type { ProposalFilter } from './filter.ts'
import { claimsOnCourses, coursesMatching, gatherCourses } from './gather.ts'
import { type ProposalEvent, proposalsWithIds, type Silence } from './reads.ts'

const AT_ONCE = 500

const dated = {
  date: 'Date, EDTF',
  date_earliest: 'First day it may mean, ISO 8601; empty where open',
  date_latest: 'Last day it may mean, ISO 8601; empty where open',
}
const status =
  'How well it is sourced: unsourced, single, agreed, disputed or inference; disputed where any field of it is'

/** The columns of a list of proposals: what each is called and what stands in it. */
export const proposalColumns = {
  id: 'Number of the proposal',
  process_id: 'Number of the process',
  process: 'Title of the process',
  title: 'What is proposed',
  proposer_id: 'Number of the party that proposes',
  proposer: 'Its name',
  addressee_id: 'Number of the party it is addressed to',
  addressee: 'Its name',
  wording: 'Wording',
  issues: 'Codes of the issues it is about, by semicolon',
  deadline: 'Deadline, EDTF',
  deadline_earliest: 'First day it may mean, ISO 8601; empty where open',
  deadline_latest: 'Last day it may mean, ISO 8601; empty where open',
  events: 'How many events are recorded',
  last_event: 'The last of them',
  last_event_date: 'Its date, EDTF',
  state: 'Where it stood on the day of as_of, worked out from the calendar',
  as_of: 'The day to which clocks and deadlines run, ISO 8601',
  days_unanswered:
    'Days without an answer from the day it was made to as_of; empty where answered or stopped',
  days_exactness: 'exact; about, where the day it was made is not certain; at least, where it may be earlier',
  last_silence: 'Date of the last report that it was not answered, EDTF',
  status,
} as const

/** The columns of one proposal's events and reported silences. */
export const eventColumns = {
  record: 'Kind of record: proposal_event, or position for a reported silence',
  id: 'Number of the record',
  proposal_id: 'Number of the proposal',
  verb: 'What was done; silent for a reported silence',
  ...dated,
  party_id: 'Number of the party',
  party: 'Its name',
  person_id: 'Number of the person',
  person: 'Their name',
  round_id: 'Number of the round; empty between rounds',
  round: 'Its title',
  venue_id: 'Number of the venue',
  venue: 'Its name',
  wording: 'Wording',
  status,
  source_ids: 'Numbers of the sources cited, by semicolon',
} as const

/** Sends all proposals that meet the filter, as CSV or JSON. */
export function sendProposals(
  req: Request,
  res: Response,
  { db, day }: { db: Db; day: number },
  filter: ProposalFilter,
): Promise<void> {
  return sendTable(req, res, proposalColumns, rowsOf(db, filter, day))
}

/** Sends these proposals, in the order of their numbers. */
export function sendChosenProposals(
  req: Request,
  res: Response,
  { db, day }: { db: Db; day: number },
  ids: readonly number[],
): Promise<void> {
  return sendTable(req, res, proposalColumns, chosenRows(db, ids, day))
}

async function* rowsOf(db: Db, filter: ProposalFilter, day: number): AsyncGenerator<Row[]> {
  for await (const courses of coursesMatching(db, filter, day)) yield await rowsOfCourses(db, courses)
}

async function* chosenRows(db: Db, ids: readonly number[], day: number): AsyncGenerator<Row[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const proposals = await proposalsWithIds(db, ids.slice(from, from + AT_ONCE))
    yield await rowsOfCourses(db, await gatherCourses(db, proposals, day))
  }
}

async function rowsOfCourses(db: Db, courses: Course[]): Promise<Row[]> {
  const claims = await claimsOnCourses(db, courses)
  return courses.map((course) => proposalRow(course, claims))
}

function proposalRow({ proposal, events, issues, standing, day }: Course, claims: Claims): Row {
  const last = events.at(-1)
  return {
    ...proposal,
    issues: issues.map(({ code }) => code).join('; '),
    deadline_earliest: boundCell(proposal.deadline_earliest),
    deadline_latest: boundCell(proposal.deadline_latest),
    events: events.length,
    last_event: last?.verb ?? null,
    last_event_date: last?.date ?? null,
    state: standing.state,
    as_of: isoDate(day),
    days_unanswered: standing.unanswered?.count ?? null,
    days_exactness: standing.unanswered?.bound ?? null,
    last_silence: standing.reported?.silence.date ?? null,
    status: evidenceAbout(claims, 'proposal', proposal.id).mark.kind,
  }
}

/** Sends what is recorded of one proposal, as CSV or JSON. */
export function sendEvents(
  req: Request,
  res: Response,
  { events, silences }: Course,
  claims: Claims,
): Promise<void> {
  const rows = [
    ...events.map((event) => eventRow('proposal_event', event.verb, event, claims)),
    ...silences.map((silence) => eventRow('position', silence.stance, silence, claims)),
  ]
  return sendTable(req, res, eventColumns, allAtOnce(rows))
}

function eventRow(
  record: 'proposal_event' | 'position',
  verb: string,
  one: ProposalEvent | Silence,
  claims: Claims,
): Row {
  const sources = new Set(claims.about(record, one.id).map(({ source_id }) => source_id))
  return {
    ...one,
    record,
    verb,
    date_earliest: boundCell(one.date_earliest),
    date_latest: boundCell(one.date_latest),
    status: evidenceAbout(claims, record, one.id).mark.kind,
    source_ids: [...sources].join('; '),
  }
}
