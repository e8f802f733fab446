import { Router } from 'express'
import { readFilter } from '../rounds/filter.ts'
import { asOf } from '../web/as-of.ts'
import { page } from '../web/render.ts'
import { allAtOnce, sendTable } from '../web/table.ts'
import { areaIn } from './area.ts'
import { gatherVenues } from './gather.ts'
import { mapPage } from './page.ts'
import { geoJsonOf, mapColumns, mapRow } from './table.ts'

export function mapRoutes(): Router {
  const routes = Router()

  routes.get('/map', async (req, res) => {
    const { db } = asOf(res)
    page(res, 'map/map', await mapPage(db, readFilter(req.query, ['area']), areaIn(req.query.area)))
  })

  routes.get(['/map.csv', '/map.json'], async (req, res) => {
    const { held } = await gatherVenues(asOf(res).db, readFilter(req.query, ['flavour']))
    await sendTable(req, res, mapColumns, allAtOnce(held.map(mapRow)))
  })

  routes.get('/map.geojson', async (req, res) => {
    const { held } = await gatherVenues(asOf(res).db, readFilter(req.query))
    res
      .type('application/geo+json')
      .attachment('parley-map.geojson')
      .send(JSON.stringify(geoJsonOf(held)))
  })

  return routes
}
