import { Router } from 'express'
import type { Db } from '../db/tables.ts'
import { ref } from '../fields/kinds.ts'
import { readOne } from '../fields/read.ts'
import { Refusal } from '../kernel/fault.ts'
import { idsOf } from '../kernel/ids.ts'
import { processesByTitle } from '../processes/reads.ts'
import { linesOf } from '../proposals/list.ts'
import { type Filter, readFilter } from '../rounds/filter.ts'
import { filterForm } from '../rounds/filter-form.ts'
import { roundList } from '../rounds/list.ts'
import { countRounds, roundsPage } from '../rounds/list-reads.ts'
import { statusCountsOf } from '../sources/status-reads.ts'
import { asOf } from '../web/as-of.ts'
import { page } from '../web/render.ts'
import { itemOf, lanesOf } from './items.ts'
import { lanesIn } from './lanes.ts'
import { coursesWithin, threadsOf } from './threads.ts'
import { explorePage } from './view.ts'
import { type Window, windowOf, within } from './window.ts'

/** More items than this are never sent: the table has them all. */
const ITEM_LIMIT = 500
const selected = ref('round', { label: 'Round' })

export function timelineRoutes(): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const { db, day, known } = asOf(res)
    const filter = readFilter(req.query, ['round', 'lanes'])
    const lanes = lanesIn(req.query.lanes)
    const window = await windowOf(db, filter, day)
    const inWindow = within(filter, window)
    const [list, filters, processes, threads] = await Promise.all([
      roundList(db, inWindow, '/'),
      filterForm(db, filter, '/'),
      processesByTitle(db),
      lanes.proposals ? threadLines(db, filter, window, day) : null,
    ])
    const round = selectedIn(req.query.round)
    page(
      res,
      'timeline/explore',
      explorePage({ filter, window, list, filters, processes, lanes, threads, round, known }),
    )
  })

  routes.get('/timeline.json', async (req, res) => {
    const { db, day } = asOf(res)
    const lanes = lanesIn(req.query.lanes)
    const filter = { ...readFilter(req.query, ['lanes']), sort: '-date' as const, page: 1 }
    const [drawn, threads] = await Promise.all([
      roundsOf(db, filter),
      lanes.proposals ? threadsIn(db, filter, day) : null,
    ])
    res.json({ ...drawn, ...threads })
  })

  return routes
}

async function roundsOf(db: Db, filter: Filter) {
  const [rounds, total] = await Promise.all([roundsPage(db, filter, ITEM_LIMIT), countRounds(db, filter)])
  const counts = await statusCountsOf(db, idsOf(rounds))
  return { items: rounds.map((round) => itemOf(round, counts.get(round.id))), lanes: lanesOf(rounds), total }
}

async function threadsIn(db: Db, filter: Filter, day: number) {
  const { courses, isCut } = await coursesWithin(db, filter, await windowOf(db, filter, day), day)
  return { threads: await threadsOf(db, courses), threadsCut: isCut }
}

/** The same threads as lines of a table. */
async function threadLines(db: Db, filter: Filter, window: Window, day: number) {
  const { courses, isCut } = await coursesWithin(db, filter, window, day)
  return { ...(await linesOf(db, courses, 'whole thread')), isCut }
}

/** The round that the address selects. @throws Refusal 400 where it is no number of a round */
function selectedIn(given: unknown): number | null {
  if (given === undefined || given === '') return null
  const read = typeof given === 'string' ? readOne(selected, given) : { fault: 'is given too often' }
  if ('fault' in read) throw new Refusal(400, `Round ${read.fault}.`)
  return read.value
}
