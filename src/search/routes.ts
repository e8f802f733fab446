import { Router } from 'express'
import { accountOf } from '../accounts/access.ts'
import { asOf } from '../web/as-of.ts'
import { refuseStrangers } from '../web/query.ts'
import { page } from '../web/render.ts'
import { sendTable } from '../web/table.ts'
import { readSearch } from './filter.ts'
import { findingColumns } from './findings.ts'
import { searchPage } from './page.ts'
import { suggestionsFor } from './suggest-page.ts'
import { findingPages } from './table-page.ts'

export function searchRoutes(): Router {
  const routes = Router()

  routes.get('/search', async (req, res) => {
    page(res, 'search/search', await searchPage(asOf(res).db, readSearch(req.query), accountOf(res) !== null))
  })

  routes.get(['/search.csv', '/search.json'], (req, res) => {
    const filter = readSearch(req.query, ['flavour'])
    return sendTable(req, res, findingColumns, findingPages(asOf(res).db, filter, accountOf(res) !== null))
  })

  // Asked at every letter: whatever is typed, there is an answer.
  routes.get('/search/suggest', async (req, res) => {
    refuseStrangers(req.query, ['q'])
    const { db, known } = asOf(res)
    const typed = [req.query.q ?? ''].flat().join(' ')
    const hits = await suggestionsFor(db, typed)
    const day = known === null ? '' : `?known=${known}`
    res.json({ hits: hits.map((hit) => ({ ...hit, href: hit.href + day })) })
  })

  return routes
}
