import { Router } from 'express'

export function proposalRoutes(): Router {
  return Router()
}
