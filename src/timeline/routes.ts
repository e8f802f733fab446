import { Router } from 'express'
import { ref } from '../fields/kinds.ts'
import { readOne } from '../fields/read.ts'
import { Refusal } from '../kernel/fault.ts'
import { processesByTitle } from '../processes/reads.ts'
import { readFilter } from '../rounds/filter.ts'
import { filterForm } from '../rounds/filter-form.ts'
import { roundList } from '../rounds/list.ts'
import { countRounds, roundsPage } from '../rounds/list-reads.ts'
import { asOf } from '../web/as-of.ts'
import { page } from '../web/render.ts'
import { itemOf, lanesOf } from './items.ts'
import { explorePage } from './view.ts'
import { windowOf, within } from './window.ts'

/** More items than this are never sent: the table has them all. */
const ITEM_LIMIT = 500
const selected = ref('round', { label: 'Round' })

export function timelineRoutes(): Router {
  const routes = Router()

  routes.get('/', async (req, res) => {
    const { db, day } = asOf(res)
    const filter = readFilter(req.query, ['round'])
    const window = await windowOf(db, filter, day)
    const inWindow = within(filter, window)
    const [list, filters, processes] = await Promise.all([
      roundList(db, inWindow, '/'),
      filterForm(db, filter, '/'),
      processesByTitle(db),
    ])
    page(
      res,
      'timeline/explore',
      explorePage(filter, window, list, filters, processes, selectedIn(req.query.round)),
    )
  })

  routes.get('/timeline.json', async (req, res) => {
    const { db } = asOf(res)
    const filter = { ...readFilter(req.query), sort: '-date' as const, page: 1 }
    const [rounds, total] = await Promise.all([
      roundsPage(db, filter, { limit: ITEM_LIMIT }),
      countRounds(db, filter),
    ])
    res.json({ items: rounds.map(itemOf), lanes: lanesOf(rounds), total })
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
