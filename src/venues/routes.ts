import { Router } from 'express'
import type { House } from '../web/house.ts'

export function venueRoutes(_house: House): Router {
  return Router()
}
