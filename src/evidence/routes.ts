import { type Request, type Response, Router } from 'express'
import { subjectsOf } from '../sources/field-ref.ts'
import { asOf } from '../web/as-of.ts'
import type { House } from '../web/house.ts'
import { refuseStrangers } from '../web/query.ts'
import { page } from '../web/render.ts'
import { sendTable } from '../web/table.ts'
import { claimColumns, claimPages } from './claims-table.ts'
import { disputeRoutes } from './dispute-routes.ts'
import { fieldPage } from './field-page.ts'
import { claimIdsAbout, claimIdsOnField, statusesIn } from './field-reads.ts'
import type { Look } from './look.ts'
import { recordPage } from './record-page.ts'
import { sinceRoutes } from './since-routes.ts'
import { fieldIn, type Subject, subjectAt } from './subject-reads.ts'

/** All claims on a field or record of any kind, and how it was decided; disputes; what changed since a day. */
export function evidenceRoutes(house: House): Router {
  const routes = Router()
  const look = (res: Response): Look => ({ ...asOf(res), today: house.db })
  const subject = (req: Request, res: Response) =>
    subjectAt(look(res), String(req.params.kind), String(req.params.id))

  routes.get(['/:kind/:id/evidence.csv', '/:kind/:id/evidence.json'], async (req, res) => {
    refuseStrangers(req.query, ['flavour'])
    const about = await recordsOf(look(res), await subject(req, res))
    const ids = await claimIdsAbout(asOf(res).db, about)
    await sendTable(req, res, claimColumns, claimPages(look(res), ids, about))
  })

  routes.get(['/:kind/:id/evidence/:field.csv', '/:kind/:id/evidence/:field.json'], async (req, res) => {
    refuseStrangers(req.query, ['flavour'])
    const { record, id, ...rest } = await subject(req, res)
    const field = fieldIn({ record, id, ...rest }, String(req.params.field))
    const ids = await claimIdsOnField(asOf(res).db, { record, record_id: id, field })
    await sendTable(req, res, claimColumns, claimPages(look(res), ids, new Map([[record, [id]]])))
  })

  routes.get('/:kind/:id/evidence', async (req, res) => {
    page(res, 'evidence/record', await recordPage(look(res), await subject(req, res), req.query))
  })

  routes.get('/:kind/:id/evidence/:field', async (req, res) => {
    const one = await subject(req, res)
    const field = fieldIn(one, req.params.field)
    page(res, 'evidence/field', await fieldPage(look(res), one, field, req.query))
  })

  routes.use(disputeRoutes(house), sinceRoutes(house))
  return routes
}

/** The record; a round with all its parts. */
async function recordsOf({ db }: Look, { record, id }: Subject): Promise<Map<string, number[]>> {
  const itself = { record, record_id: id }
  return subjectsOf([itself, ...(record === 'round' ? await statusesIn(db, { round: id }) : [])])
}
