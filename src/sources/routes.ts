import { Router } from 'express'
import { idsOf } from '../kernel/ids.ts'
import { sendRounds } from '../rounds/csv.ts'
import { filterWithin } from '../rounds/filter.ts'
import { asOf } from '../web/as-of.ts'
import { paged, pageIn, sliceOf } from '../web/paging.ts'
import { page } from '../web/render.ts'
import { idIn } from '../web/request.ts'
import { claimCountsOf } from './claim-reads.ts'
import { sourcePage } from './page.ts'
import { sourcesByPublisher, theSource } from './reads.ts'
import { sourceRow } from './view.ts'

export function sourceRoutes(): Router {
  const routes = Router()

  routes.get('/sources', async (req, res) => {
    const { db } = asOf(res)
    const at = pageIn(req.query)
    const sources = await sourcesByPublisher(db, sliceOf(at))
    const claims = await claimCountsOf(db, idsOf(sources))
    const rows = sources.map((source) => sourceRow(source, claims))
    page(res, 'sources/list', { title: 'Sources', list: paged(rows, at, '/sources') })
  })

  routes.get(['/sources/:id.csv', '/sources/:id.json'], async (req, res) => {
    const { db } = asOf(res)
    const { id } = await theSource(db, idIn(req.params.id))
    await sendRounds(req, res, db, filterWithin({ source: [id] }, req.query, ['flavour']).whole)
  })

  routes.get('/sources/:id', async (req, res) => {
    const { db } = asOf(res)
    page(res, 'sources/source', await sourcePage(db, idIn(req.params.id), req.query))
  })

  return routes
}
