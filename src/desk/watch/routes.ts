import { type Response, Router } from 'express'
import { accountOf, by, me, only } from '../../accounts/access.ts'
import { may } from '../../accounts/roles.ts'
import { todayBy } from '../../web/as-of.ts'
import type { House } from '../../web/house.ts'
import { pageIn } from '../../web/paging.ts'
import { refuseStrangers } from '../../web/query.ts'
import { page } from '../../web/render.ts'
import { bodyOf } from '../../web/request.ts'
import { duplicatesPage, pairPage } from './duplicates-page.ts'
import { deskPage, watches, watchPage } from './page.ts'
import { pairIn, tell, thePair } from './tell-apart.ts'

/** The desk's own page: what waits for somebody to do it. */
export function watchRoutes(house: House): Router {
  const { db, clock } = house
  const routes = Router()

  routes.get('/desk', only('draft'), async (req, res) => {
    refuseStrangers(req.query, [])
    page(res, 'desk/watch', await deskPage(db, todayBy(clock), me(res)))
  })

  routes.get('/desk/duplicates', only('draft'), async (req, res) => {
    page(res, 'desk/watch-duplicates', await duplicatesPage(db, req.query, mayTell(res)))
  })

  routes.get('/desk/duplicates/:record/:one/:other', only('draft'), async (req, res) => {
    const pair = await thePair(db, pairIn(req.params))
    page(res, 'desk/watch-duplicates', pairPage(pair, mayTell(res)))
  })

  routes.post('/desk/duplicates/:record/:one/:other', only('publish'), async (req, res) => {
    const refused = await tell(db, by(res, house), pairIn(req.params), bodyOf(req))
    if (!refused) return res.redirect(303, '/desk/duplicates')
    const { pair, typed, fault } = refused
    page(res.status(422), 'desk/watch-duplicates', pairPage(pair, true, typed, fault))
  })

  for (const watch of watches.filter(({ name }) => name !== 'duplicates'))
    routes.get(`/desk/${watch.name}`, only('draft'), async (req, res) => {
      page(res, 'desk/watch-list', await watchPage(db, todayBy(clock), me(res), watch, pageIn(req.query)))
    })

  return routes
}

/** Whether the two are one is for those to say who may change the record unasked. */
function mayTell(res: Response): boolean {
  const account = accountOf(res)
  return account !== null && may(account.role, 'publish')
}
