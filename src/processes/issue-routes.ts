import { Router } from 'express'
import { listBar } from '../catalogue/list.ts'
import { asOf } from '../web/as-of.ts'
import { paged, pageIn, sliceOf } from '../web/paging.ts'
import { page } from '../web/render.ts'
import { sendList } from '../web/send-list.ts'
import { sendTable } from '../web/table.ts'
import { issueRecord } from './fields.ts'
import { issuePage } from './issue-page.ts'
import { issueLines } from './issues-page.ts'
import { issuesByCode, theIssue, theProcess } from './reads.ts'
import { readStandFilter, standsAsked } from './stand-filter-page.ts'
import { standColumns, standTable } from './stand-table-page.ts'
import { issueTable } from './tables-page.ts'

/** Issues, and what has been said on them. */
export function issueRoutes(): Router {
  const routes = Router()

  routes.get('/issues', async (req, res) => {
    const { db } = asOf(res)
    const at = pageIn(req.query)
    const issues = await issuesByCode(db, sliceOf(at))
    const list = paged(await issueLines(db, issues), at, '/issues')
    page(res, 'issues/list', { title: 'Issues', list, view: await listBar(db, issueRecord) })
  })

  routes.get(['/issues.csv', '/issues.json'], sendList(issueTable))

  routes.get(['/issues/:code.csv', '/issues/:code.json'], async (req, res) => {
    const { db } = asOf(res)
    const { id } = await theIssue(db, String(req.params.code))
    const filter = readStandFilter(req.query, ['party', 'process', 'from', 'to', 'flavour'])
    const asked = { ...(await standsAsked(db, filter)), issue: [id] }
    await sendTable(req, res, standColumns, standTable(db, asked))
  })

  routes.get('/issues/:code', async (req, res) => {
    const { db } = asOf(res)
    page(res, 'issues/issue', await issuePage(db, req.params.code, req.query))
  })

  routes.get(['/processes/:slug/positions.csv', '/processes/:slug/positions.json'], async (req, res) => {
    const { db } = asOf(res)
    const { id } = await theProcess(db, String(req.params.slug))
    const filter = readStandFilter(req.query, ['party', 'from', 'to', 'flavour'])
    const asked = { ...(await standsAsked(db, filter)), process: [id] }
    await sendTable(req, res, standColumns, standTable(db, asked))
  })

  return routes
}
