import { Router } from 'express'
import type { House } from '../web/house.ts'

export function timelineRoutes(_house: House): Router {
  return Router()
}
