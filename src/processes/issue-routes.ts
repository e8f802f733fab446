import { Router } from 'express'

export function issueRoutes(): Router {
  return Router()
}
