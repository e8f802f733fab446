import { Router } from 'express'
import { sendChosenCommitments } from '../outcomes/csv.ts'
import { sendChosenProposals } from '../proposals/csv.ts'
import { sendChosen } from '../rounds/csv.ts'
import { readFilter } from '../rounds/filter.ts'
import { asOf } from '../web/as-of.ts'
import { page } from '../web/render.ts'
import { allAtOnce, sendTable } from '../web/table.ts'
import { askedBy, chartOf } from './gather.ts'
import { chartsPage } from './page.ts'
import { chartNamed, partOf, partPage } from './part-page.ts'
import { chartColumns, chartRows } from './table.ts'

export function chartRoutes(): Router {
  const routes = Router()

  routes.get('/charts', async (req, res) => {
    const { db, day } = asOf(res)
    page(res, 'charts/charts', await chartsPage(db, readFilter(req.query), day))
  })

  routes.get(['/charts/:name.csv', '/charts/:name.json'], async (req, res) => {
    const { db, day } = asOf(res)
    const name = chartNamed(req.params.name)
    const chart = await chartOf(name, await askedBy(db, readFilter(req.query, ['flavour']), day))
    await sendTable(req, res, chartColumns, allAtOnce(chartRows(chart)))
  })

  routes.get(['/charts/:name/:part.csv', '/charts/:name/:part.json'], async (req, res) => {
    const { db, day } = asOf(res)
    const filter = readFilter(req.query, ['flavour'])
    const { chart, ids } = await partOf(db, filter, day, req.params.name, req.params.part)
    if (chart.counts === 'round') await sendChosen(req, res, db, ids)
    else if (chart.counts === 'proposal') await sendChosenProposals(req, res, { db, day }, ids)
    else await sendChosenCommitments(req, res, { db, day }, ids)
  })

  routes.get('/charts/:name/:part', async (req, res) => {
    const { db, day } = asOf(res)
    const { name, part } = req.params
    page(res, 'charts/part', await partPage(db, readFilter(req.query), day, name, part))
  })

  return routes
}
