import { type Response, Router } from 'express'
import { asOf } from '../web/as-of.ts'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { sendTable } from '../web/table.ts'
import { sinceColumns } from './claims-table.ts'
import type { Look } from './look.ts'
import { readAsked } from './since-asked.ts'
import { sincePage, sinceTable } from './since-page.ts'

export function sinceRoutes(house: House): Router {
  const routes = Router()
  const look = (res: Response): Look => ({ ...asOf(res), today: house.db })

  routes.get('/since', async (req, res) => {
    page(res, 'evidence/since', await sincePage(look(res), req.query))
  })

  routes.get(['/since.csv', '/since.json'], async (req, res) => {
    const asked = await readAsked(look(res), req.query, ['flavour'])
    await sendTable(req, res, sinceColumns, sinceTable(look(res), asked))
  })

  return routes
}
