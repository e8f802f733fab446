import { Router } from 'express'
import { asOf } from '../web/as-of.ts'
import { page } from '../web/render.ts'
import { allAtOnce, sendTable } from '../web/table.ts'
import { readComparison } from './compare-filter.ts'
import { comparePage, gatherSides } from './compare-page.ts'
import { comparisonColumns, comparisonRows } from './compare-table.ts'

export function compareRoutes(): Router {
  const routes = Router()

  routes.get('/compare', async (req, res) => {
    page(res, 'charts/compare', await comparePage(asOf(res).db, readComparison(req.query)))
  })

  routes.get(['/compare.csv', '/compare.json'], async (req, res) => {
    const sides = await gatherSides(asOf(res).db, readComparison(req.query, ['flavour']))
    await sendTable(req, res, comparisonColumns, allAtOnce(comparisonRows(sides)))
  })

  return routes
}
