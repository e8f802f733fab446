import { Router } from 'express'
import { only } from '../../accounts/access.ts'
import { page } from '../../web/render.ts'
import { addPage } from './add-page.ts'

/** The way to every form of the desk that adds something. */
export function addRoutes(): Router {
  const routes = Router()
  routes.get('/desk/add', only('draft'), (_req, res) => page(res, 'desk/add', addPage()))
  return routes
}
