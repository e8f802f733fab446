import { Router } from 'express'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { codebookPage } from './codebook.ts'

export function exchangeRoutes(_house: House): Router {
  const routes = Router()
  const codebook = codebookPage()

  routes.get('/codebook', (_req, res) => page(res, 'exchange/codebook', codebook))

  return routes
}
