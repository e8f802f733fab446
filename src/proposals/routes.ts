import { Router } from 'express'
import { asOf } from '../web/as-of.ts'
import { page } from '../web/render.ts'
import { idIn } from '../web/request.ts'
import { viewBar } from '../web/view-bar.ts'
import { sendEvents, sendProposals } from './csv.ts'
import { readProposalFilter } from './filter.ts'
import { proposalFilterForm } from './filter-form.ts'
import { proposalList } from './list.ts'
import { gatherProposal, proposalPage } from './page.ts'

export function proposalRoutes(): Router {
  const routes = Router()

  routes.get('/proposals', async (req, res) => {
    const { db, day } = asOf(res)
    const filter = readProposalFilter(req.query)
    const [list, filters] = await Promise.all([proposalList(db, filter, day), proposalFilterForm(db, filter)])
    const words = ['Proposals', ...filters.chips.map(({ label }) => label)].join('; ')
    const view = viewBar(words, list.countWords, list.table)
    page(res, 'proposals/list', { title: 'Proposals', list, filters, view })
  })

  routes.get(['/proposals.csv', '/proposals.json'], (req, res) =>
    sendProposals(req, res, asOf(res), readProposalFilter(req.query, ['flavour'])),
  )

  routes.get(['/proposals/:id.csv', '/proposals/:id.json'], async (req, res) => {
    const { db, day } = asOf(res)
    const { course, claims } = await gatherProposal(db, idIn(req.params.id), day)
    await sendEvents(req, res, course, claims)
  })

  routes.get('/proposals/:id', async (req, res) => {
    const { db, day } = asOf(res)
    page(res, 'proposals/proposal', await proposalPage(db, idIn(req.params.id), day))
  })

  return routes
}
