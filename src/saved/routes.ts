import { type Request, Router } from 'express'
import { by, me, only } from '../accounts/access.ts'
import { read } from '../fields/read.ts'
import { Refusal } from '../kernel/fault.ts'
import type { House } from '../web/house.ts'
import { refuseStrangers } from '../web/query.ts'
import { page } from '../web/render.ts'
import { bodyOf, idIn } from '../web/request.ts'
import { listAt } from './address.ts'
import { viewFields } from './fields.ts'
import { viewsPage } from './page.ts'
import { viewsOf } from './reads.ts'
import { deleteView, renameView, saveView } from './writes.ts'

const PATH = '/account/views'

/** The lists that somebody wants to come back to. */
export function savedRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const own = only('be signed in')

  routes.get(PATH, own, async (req, res) => {
    refuseStrangers(req.query, [])
    page(res, 'saved/list', viewsPage(await viewsOf(db, me(res).id)))
  })

  routes.post(PATH, own, async (req, res) => {
    const path = listAt(bodyOf(req).path)
    await saveView(db, by(res, house), { name: nameIn(req), path })
    res.redirect(303, PATH)
  })

  routes.post(`${PATH}/:id/rename`, own, async (req, res) => {
    await renameView(db, by(res, house), idIn(req.params.id), nameIn(req))
    res.redirect(303, PATH)
  })

  routes.post(`${PATH}/:id/delete`, own, async (req, res) => {
    await deleteView(db, by(res, house), idIn(req.params.id))
    res.redirect(303, PATH)
  })

  return routes
}

/** @throws Refusal 422 */
function nameIn(req: Request): string {
  const reading = read(viewFields, bodyOf(req))
  if (!reading.ok) throw new Refusal(422, `${reading.faults.name}.`)
  return reading.values.name
}
