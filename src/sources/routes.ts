import { Router } from 'express'
import { accountOf, only } from '../accounts/access.ts'
import { listBar } from '../catalogue/list.ts'
import { Refusal } from '../kernel/fault.ts'
import { idsOf } from '../kernel/ids.ts'
import { sendRounds } from '../rounds/csv.ts'
import { filterWithin } from '../rounds/filter.ts'
import { asOf } from '../web/as-of.ts'
import { paged, pageIn, sliceOf } from '../web/paging.ts'
import { refuseStrangers } from '../web/query.ts'
import { page } from '../web/render.ts'
import { idIn } from '../web/request.ts'
import { sendList } from '../web/send-list.ts'
import { captureOf } from './capture-reads.ts'
import { changesPage } from './changes-page.ts'
import { sendClaims } from './claims-csv.ts'
import { sourceRecord } from './fields.ts'
import { sourcePage } from './page.ts'
import { saidCountsOf, sourcesByPublisher, theSource } from './reads.ts'
import { sourceTable } from './table-page.ts'
import { sourceRow } from './view.ts'

export function sourceRoutes(): Router {
  const routes = Router()

  routes.get('/sources', async (req, res) => {
    const { db } = asOf(res)
    const at = pageIn(req.query)
    const sources = await sourcesByPublisher(db, sliceOf(at))
    const counts = await saidCountsOf(db, idsOf(sources))
    const rows = sources.map((source) => sourceRow(source, counts))
    page(res, 'sources/list', {
      title: 'Sources',
      list: paged(rows, at, '/sources'),
      view: await listBar(db, sourceRecord),
    })
  })

  routes.get(['/sources.csv', '/sources.json'], sendList(sourceTable))

  routes.get(['/sources/:id.csv', '/sources/:id.json'], async (req, res) => {
    const { db } = asOf(res)
    const { id } = await theSource(db, idIn(req.params.id))
    await sendRounds(req, res, db, filterWithin({ source: [id] }, req.query, ['flavour']).whole)
  })

  routes.get(['/sources/:id/claims.csv', '/sources/:id/claims.json'], async (req, res) => {
    const { db } = asOf(res)
    refuseStrangers(req.query, ['flavour'])
    const { id } = await theSource(db, idIn(req.params.id))
    await sendClaims(req, res, db, id)
  })

  // The texts of others are kept for those who work on the record, not published.
  routes.get('/sources/:id/text', only('be signed in'), async (req, res) => {
    const { db } = asOf(res)
    refuseStrangers(req.query, [])
    const { id } = await theSource(db, idIn(req.params.id))
    const capture = await captureOf(db, id)
    if (!capture) throw new Refusal(404, `No text of source ${id} was kept.`)
    res.type('text/plain').send(capture.text)
  })

  routes.get('/sources/:id/changes/:other', async (req, res) => {
    const { db } = asOf(res)
    refuseStrangers(req.query, [])
    const ids: [number, number] = [idIn(req.params.id), idIn(req.params.other)]
    page(res, 'sources/changes', await changesPage(db, ids, accountOf(res) !== null))
  })

  routes.get('/sources/:id', async (req, res) => {
    const { db } = asOf(res)
    page(res, 'sources/source', await sourcePage(db, idIn(req.params.id), req.query, accountOf(res) !== null))
  })

  return routes
}
