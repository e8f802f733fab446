import { Router } from 'express'
import { listBar } from '../catalogue/list.ts'
import { idsOf } from '../kernel/ids.ts'
import { sendRounds } from '../rounds/csv.ts'
import { filterWithin } from '../rounds/filter.ts'
import { roundCountsOf } from '../rounds/list-reads.ts'
import { tallyOf } from '../sources/tally.ts'
import { asOf } from '../web/as-of.ts'
import { paged, pageIn, sliceOf } from '../web/paging.ts'
import { page } from '../web/render.ts'
import { sendList } from '../web/send-list.ts'
import { processRecord } from './fields.ts'
import { processPage } from './page.ts'
import { processesByTitle, statusCountsByProcess, theProcess } from './reads.ts'
import { processTable } from './tables-page.ts'
import { processLines } from './view.ts'

export function processRoutes(): Router {
  const routes = Router()

  routes.get('/processes', async (req, res) => {
    const { db } = asOf(res)
    const at = pageIn(req.query)
    const processes = await processesByTitle(db, sliceOf(at))
    const ids = idsOf(processes)
    const [rounds, counts] = await Promise.all([roundCountsOf(db, ids), statusCountsByProcess(db, ids)])
    const list = paged(processLines(processes, rounds, counts), at, '/processes')
    page(res, 'processes/list', {
      title: 'Processes',
      list,
      view: await listBar(db, processRecord),
      tally: tallyOf([...counts.values()].flat()),
    })
  })

  routes.get(['/processes.csv', '/processes.json'], sendList(processTable))

  routes.get(['/processes/:slug.csv', '/processes/:slug.json'], async (req, res) => {
    const { db } = asOf(res)
    const { slug } = await theProcess(db, String(req.params.slug))
    await sendRounds(req, res, db, filterWithin({ process: [slug] }, req.query, ['flavour']).whole)
  })

  routes.get('/processes/:slug', async (req, res) => {
    const { db, day } = asOf(res)
    page(res, 'processes/process', await processPage(db, req.params.slug, req.query, day))
  })

  return routes
}
