import { Router } from 'express'
import { asOf } from '../web/as-of.ts'
import { page } from '../web/render.ts'
import { idIn } from '../web/request.ts'
import { sendTable } from '../web/table.ts'
import { viewBar } from '../web/view-bar.ts'
import { sendRounds } from './csv.ts'
import { valuesAsked } from './facet-asked-page.ts'
import { facetPage } from './facet-page.ts'
import { facetColumns, facetTable } from './facet-table.ts'
import { readFilter } from './filter.ts'
import { filterForm } from './filter-form.ts'
import { roundList } from './list.ts'
import { roundPage } from './page.ts'

export function roundRoutes(): Router {
  const routes = Router()

  routes.get('/rounds', async (req, res) => {
    const { db } = asOf(res)
    const filter = readFilter(req.query)
    const [list, filters] = await Promise.all([
      roundList(db, filter, '/rounds'),
      filterForm(db, filter, '/rounds'),
    ])
    const view = viewBar(filters.sentence('Rounds of talks'), list.countWords, list.table)
    page(res, 'rounds/list', { title: 'Rounds', list, filters, view })
  })

  routes.get(['/rounds.csv', '/rounds.json'], (req, res) =>
    sendRounds(req, res, asOf(res).db, readFilter(req.query, ['flavour'])),
  )

  routes.get(['/rounds/facets/:name.csv', '/rounds/facets/:name.json'], async (req, res) => {
    const { db } = asOf(res)
    const { name, found } = await valuesAsked(db, req.params.name, req.query, ['flavour'])
    await sendTable(req, res, facetColumns, facetTable(db, name, found))
  })

  routes.get('/rounds/facets/:name', async (req, res) => {
    page(res, 'rounds/facet', await facetPage(asOf(res).db, req.params.name, req.query))
  })

  routes.get('/rounds/:id', async (req, res) => {
    const { db, day } = asOf(res)
    page(res, 'rounds/round', await roundPage(db, idIn(req.params.id), day))
  })

  return routes
}
