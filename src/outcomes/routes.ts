import { Router } from 'express'

export function commitmentRoutes(): Router {
  return Router()
}
