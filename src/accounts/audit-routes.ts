import { Router } from 'express'
import type { House } from '../web/house.ts'
import { page } from '../web/render.ts'
import { sendTable } from '../web/table.ts'
import { only } from './access.ts'
import { auditColumns, auditFilter, auditPage, auditRows, LINES } from './audit-page.ts'
import { allAuditLines, auditLines } from './audit-reads.ts'

/** The audit trail, to be read and taken along. */
export function auditRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/accounts/audit', only('administer'), async (req, res) => {
    const filter = auditFilter(req.query)
    page(res, 'accounts/audit', auditPage(await auditLines(db, filter, LINES + 1), filter))
  })

  routes.get(['/accounts/audit.csv', '/accounts/audit.json'], only('administer'), async (req, res) => {
    const filter = auditFilter(req.query, ['flavour'])
    await sendTable(req, res, auditColumns, auditRows(allAuditLines(db, filter)))
  })

  return routes
}
