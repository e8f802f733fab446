import { Router } from 'express'
import { asOf } from '../web/as-of.ts'
import { page } from '../web/render.ts'
import { idIn } from '../web/request.ts'
import { commitmentPage, theAccount } from './commitment-page.ts'
import { sendCommitments, sendEntries } from './csv.ts'
import { readCommitmentFilter } from './filter.ts'
import { commitmentsList, stand } from './list-page.ts'

export function commitmentRoutes(): Router {
  const routes = Router()

  routes.get('/commitments', async (req, res) => {
    const { db, day } = asOf(res)
    page(res, 'outcomes/list', await commitmentsList(db, readCommitmentFilter(req.query), day))
  })

  routes.get(['/commitments.csv', '/commitments.json'], async (req, res) => {
    const { db, day } = asOf(res)
    const filter = readCommitmentFilter(req.query, ['flavour'])
    await stand(db, filter)
    await sendCommitments(req, res, db, filter, day)
  })

  routes.get(['/commitments/:id.csv', '/commitments/:id.json'], async (req, res) => {
    const { db, day } = asOf(res)
    const { account } = await theAccount(db, idIn(req.params.id), day)
    await sendEntries(req, res, account)
  })

  routes.get('/commitments/:id', async (req, res) => {
    const { db, day } = asOf(res)
    page(res, 'outcomes/commitment', await commitmentPage(db, idIn(req.params.id), day))
  })

  return routes
}
