import { Router } from 'express'
import { by, only } from '../../accounts/access.ts'
import { processesByTitle } from '../../processes/reads.ts'
import type { House } from '../../web/house.ts'
import { page } from '../../web/render.ts'
import { bodyOf } from '../../web/request.ts'
import { reviewingPage } from './page.ts'
import { setUnreviewed } from './writes.ts'

/** Administrators say which processes do without a second reader. */
export function reviewRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/desk/second-reading', only('set review'), async (_req, res) => {
    page(res, 'desk/second-reading', await reviewingPage(db))
  })

  routes.post('/desk/second-reading', only('set review'), async (req, res) => {
    const ticked = [bodyOf(req).process].flat().map(String)
    const processes = await processesByTitle(db)
    const ids = processes.flatMap(({ id }) => (ticked.includes(String(id)) ? [id] : []))
    await setUnreviewed(db, by(res, house), ids)
    res.redirect(303, '/desk/second-reading')
  })

  return routes
}
