import { Router } from 'express'
import { recordVersion } from '../db/unchanged.ts'
import { ref, whole } from '../fields/kinds.ts'
import { readOne } from '../fields/read.ts'
import { aligned } from '../kernel/calendar.ts'
import { Refusal } from '../kernel/fault.ts'
import { processesOutside, processesWithIds } from '../processes/reads.ts'
import { readFilter } from '../rounds/filter.ts'
import { filterForm } from '../rounds/filter-form.ts'
import { roundList } from '../rounds/list.ts'
import { asOf } from '../web/as-of.ts'
import { freshness } from '../web/fresh.ts'
import { askedOf, type Query } from '../web/query.ts'
import { page } from '../web/render.ts'
import { originOf } from '../web/security.ts'
import { columnsOf } from './columns.ts'
import { laneNames, lanesIn } from './lanes.ts'
import { overviewOf } from './overview.ts'
import { replyTo } from './replying.ts'
import { threadLines } from './threads.ts'
import { ELSEWHERE, explorePage } from './view.ts'
import { windowOf, within } from './window.ts'

/** How wide a timeline is taken to be that nobody has measured yet. */
const USUAL_PX = 1000
interface Measured {
  px?: number
  drawn?: number
}

const selected = ref('round', { label: 'Round' })
const drawing = {
  px: whole({ label: 'Px', min: 100, max: 10_000 }),
  drawn: whole({ label: 'Drawn', max: 1 }),
}

export function timelineRoutes(): Router {
  const routes = Router()
  const isFresh = freshness()

  routes.get('/', async (req, res) => {
    const { db, day, known } = asOf(res)
    const filter = readFilter(req.query, ['round', ...laneNames])
    const view = lanesIn(req.query as Query)
    const round = selectedIn(req.query.round)
    const window = await windowOf(db, filter, day)
    const [list, filters, outside, hidden, threads, reply] = await Promise.all([
      roundList(db, within(filter, window), '/'),
      filterForm(db, filter, '/'),
      // Whoever asks for some negotiations is not told of others.
      filter.process.length > 0 ? { before: [], after: [] } : processesOutside(db, window, ELSEWHERE + 1),
      view.hide.length > 0 ? processesWithIds(db, view.hide) : [],
      view.lanes.includes('proposals') ? threadLines(db, filter, window, day) : null,
      replyTo(
        db,
        filter,
        { ...aligned(window.first, window.last, USUAL_PX), view, px: USUAL_PX, isDrawn: false },
        day,
      ),
    ])
    const overview = overviewOf(await columnsOf(db, filter), window)
    const all = {
      filter,
      window,
      list,
      filters,
      outside,
      hidden,
      view,
      threads,
      round,
      known,
      day,
      reply,
      overview,
      origin: originOf(req),
    }
    page(res, 'timeline/explore', explorePage(all))
  })

  routes.get('/timeline.json', async (req, res) => {
    const { db, day, known } = asOf(res)
    const filter = readFilter(req.query, [...laneNames, ...Object.keys(drawing)])
    const view = lanesIn(req.query as Query)
    const { px = USUAL_PX, drawn } = askedOf(drawing, ['px', 'drawn'], req.query as Query) as Measured
    const { first, last } = await windowOf(db, filter, day)
    const asked = { ...aligned(first, last, px), view, px, isDrawn: drawn === 1 }
    const question = filter.within === 'certainly' ? filter : { ...filter, from: null, to: null }
    const tag = [await recordVersion(db), day, known, question, asked]
    if (isFresh(req, res, tag)) return
    res.json(await replyTo(db, filter, asked, day))
  })

  return routes
}

/** The round that the address selects. @throws Refusal 400 where it is no number of a round */
function selectedIn(given: unknown): number | null {
  if (given === undefined || given === '') return null
  const read = typeof given === 'string' ? readOne(selected, given) : { fault: 'is given too often' }
  if ('fault' in read) throw new Refusal(400, `Round ${read.fault}.`)
  return read.value
}
