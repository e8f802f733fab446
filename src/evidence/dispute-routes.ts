import { type Response, Router } from 'express'
import { asOf } from '../web/as-of.ts'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { sendTable } from '../web/table.ts'
import { readDisputeFilter } from './dispute-filter.ts'
import { askedOf, disputePage } from './dispute-page.ts'
import { disputeColumns, disputeTable } from './dispute-table.ts'
import type { Look } from './look.ts'

export function disputeRoutes(house: House): Router {
  const routes = Router()
  const look = (res: Response): Look => ({ ...asOf(res), today: house.db })

  routes.get('/disputes', async (req, res) => {
    page(res, 'evidence/disputes', await disputePage(look(res), req.query))
  })

  routes.get(['/disputes.csv', '/disputes.json'], async (req, res) => {
    const filter = readDisputeFilter(req.query, ['flavour'])
    const asked = await askedOf(look(res), filter)
    await sendTable(req, res, disputeColumns, disputeTable(look(res), asked))
  })

  return routes
}
