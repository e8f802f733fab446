import { type RequestHandler, Router } from 'express'
import { choice } from '../fields/kinds.ts'
import { roundList } from '../rounds/list.ts'
import { asOf } from '../web/as-of.ts'
import { askedOf, type Query } from '../web/query.ts'
import { page } from '../web/render.ts'
import { letFrame } from '../web/security.ts'
import { columnsOf } from './columns.ts'
import { USUAL_WIDTH } from './drawing/scale.ts'
import { embedPage } from './embed.ts'
import { overviewOf } from './overview.ts'
import { stillOf } from './still.ts'
import { within } from './window.ts'

const looks = { theme: choice({ label: 'Theme', of: ['light', 'dark'] }) }

/**
 * The timeline for a frame of anybody's page. It stands before whatever reads a cookie, so that it cannot know who asks;
 * `first` reads the day.
 */
export function embedRoutes(...first: RequestHandler[]): Router {
  const routes = Router()

  routes.get('/embed', ...first, async (req, res) => {
    const { db, day, known } = asOf(res)
    const query = req.query as Query
    const { theme = null } = askedOf(looks, ['theme'], query) as { theme?: 'light' | 'dark' }
    const still = await stillOf(asOf(res), query, ['theme'], USUAL_WIDTH)
    const [columns, list] = await Promise.all([
      columnsOf(db, still.filter),
      roundList(db, within(still.filter, still.window), '/'),
    ])
    letFrame(res)
    page(
      res,
      'timeline/embed',
      embedPage({ still, overview: overviewOf(columns, still.window), list, day, known, theme }),
    )
  })

  return routes
}
