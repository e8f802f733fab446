import { Router } from 'express'
import type { House } from '../web/house.ts'

export function evidenceRoutes(_house: House): Router {
  return Router()
}
