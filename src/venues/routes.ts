import { Router } from 'express'
import { listBar } from '../catalogue/list.ts'
import { idsOf } from '../kernel/ids.ts'
import { sendRounds } from '../rounds/csv.ts'
import { filterWithin } from '../rounds/filter.ts'
import { statusCountsAbout } from '../sources/status-reads.ts'
import { tallyOf } from '../sources/tally.ts'
import { asOf } from '../web/as-of.ts'
import { paged, pageIn, sliceOf } from '../web/paging.ts'
import { page } from '../web/render.ts'
import { idIn } from '../web/request.ts'
import { sendList } from '../web/send-list.ts'
import { venueRecord } from './fields.ts'
import { venuePage } from './page.ts'
import { theVenue, venuesByName } from './reads.ts'
import { venueTable } from './table-page.ts'
import { venueLine } from './view.ts'

export function venueRoutes(): Router {
  const routes = Router()

  routes.get('/venues', async (req, res) => {
    const { db } = asOf(res)
    const at = pageIn(req.query)
    const venues = await venuesByName(db, sliceOf(at))
    const list = paged(venues.map(venueLine), at, '/venues')
    const counts = await statusCountsAbout(db, { venue: idsOf(venues) })
    const view = await listBar(db, venueRecord)
    page(res, 'venues/list', { title: 'Venues', list, view, tally: tallyOf(counts) })
  })

  routes.get(['/venues.csv', '/venues.json'], sendList(venueTable))

  routes.get(['/venues/:id.csv', '/venues/:id.json'], async (req, res) => {
    const { db } = asOf(res)
    const { id } = await theVenue(db, idIn(req.params.id))
    await sendRounds(req, res, db, filterWithin({ venue: [id] }, req.query, ['flavour']).whole)
  })

  routes.get('/venues/:id', async (req, res) => {
    const { db } = asOf(res)
    page(res, 'venues/venue', await venuePage(db, idIn(req.params.id), req.query))
  })

  return routes
}
