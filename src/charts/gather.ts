import type { Db } from '../db/tables.ts'
import { answeredWhileUnchanged } from '../db/unchanged.ts'
import { sayNumber } from '../kernel/words.ts'
import { gatherVenues } from '../map/gather.ts'
import { commitmentsWithIds } from '../outcomes/commitment-reads.ts'
import { ledgersOf } from '../outcomes/gather.ts'
import { everyProposal } from '../proposals/filter.ts'
import { gatherCourses } from '../proposals/gather.ts'
import { proposalsPage } from '../proposals/list-reads.ts'
import type { Filter } from '../rounds/filter.ts'
import { roundsMatching } from '../rounds/matching.ts'
import { answersChart } from './answers.ts'
import type { Chart, ChartName, EachRound } from './chart.ts'
import { gapsChart } from './gaps.ts'
import { hostsChart } from './hosts.ts'
import { commitmentsChart } from './kept.ts'
import { headsChart } from './leading.ts'
import { lengthsChart } from './lengths.ts'
import { monthsChart } from './months.ts'
import { commitmentIdsAt, headsAt, hostsOf, lengthsOf } from './reads.ts'
import { VENUES_DRAWN, venuesChart } from './venues.ts'

/** What is not in memory is read for so many rounds and no more, the latest ones. */
export const LATEST = 2000
/** So many proposals and commitments are looked at: where they stand is worked out, not stored. */
const JUDGED = 1000

/** What the charts of one page stand on. */
export interface Asked {
  db: Db
  filter: Filter
  /** Counted from 1970-01-01. */
  day: number
  count: number
  each: EachRound
  /** The latest rounds, latest first. */
  latest: number[]
  /** Says where those are not all; else empty. */
  limit: string
}

export async function askedBy(db: Db, filter: Filter, day: number): Promise<Asked> {
  const matching = await roundsMatching(db, { ...filter, sort: '-date' })
  const { count } = matching
  return {
    db,
    filter,
    day,
    count,
    each: (visit) => matching.each(visit),
    latest: matching.ids({ limit: LATEST }),
    limit: count > LATEST ? `Of the latest ${sayNumber(LATEST)} of ${sayNumber(count)} rounds.` : '',
  }
}

/** How each chart is made. */
const makers: Record<ChartName, (asked: Asked) => Promise<Chart>> = {
  months: async ({ each }) => monthsChart(each),
  gaps: async ({ each }) => gapsChart(each),
  lengths: async ({ db, latest, limit }) => lengthsChart(await lengthsOf(db, latest), limit),
  venues: async ({ db, filter }) => venuesChart(await gatherVenues(db, filter, VENUES_DRAWN)),
  hosts: async ({ db, latest, limit }) => hostsChart(await hostsOf(db, latest), latest, limit),
  heads: async ({ db, latest, limit }) => headsChart(await headsAt(db, latest), limit),
  answers: answersOf,
  commitments: commitmentsOf,
}

export function chartOf(name: ChartName, { db, filter, day }: Asked): Promise<Chart> {
  return chart(db, { name, filter, day })
}

/** Whoever looks at a bar's rows asks for the chart again. */
const chart = answeredWhileUnchanged(
  async (db, { name, filter, day }: { name: ChartName; filter: Filter; day: number }) =>
    makers[name](await askedBy(db, filter, day)),
  64,
)

async function answersOf({ db, filter, day }: Asked): Promise<Chart> {
  const party = filter.party.filter((id) => typeof id === 'number')
  const asked = { ...everyProposal, process: filter.process, party }
  const proposals = await proposalsPage(db, asked, { limit: JUDGED + 1 })
  const courses = await gatherCourses(db, proposals.slice(0, JUDGED), day)
  const isCut = proposals.length > JUDGED
  return answersChart(
    courses,
    isCut ? `Of ${sayNumber(JUDGED)} proposals, process by process; there are more.` : '',
  )
}

async function commitmentsOf({ db, latest, limit, day }: Asked): Promise<Chart> {
  const ids = await commitmentIdsAt(db, latest, JUDGED + 1)
  const accounts = await ledgersOf(db, await commitmentsWithIds(db, ids.slice(0, JUDGED)), day)
  const cut = ids.length > JUDGED ? `The ${sayNumber(JUDGED)} entered last.` : ''
  return commitmentsChart(accounts, [limit, cut].filter(Boolean).join(' '))
}
