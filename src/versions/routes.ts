import { type Request, type Response, Router } from 'express'
import { Refusal } from '../kernel/fault.ts'
import { asOf } from '../web/as-of.ts'
import type { House } from '../web/house.ts'
import { numberIn } from '../web/paging.ts'
import { refuseStrangers } from '../web/query.ts'
import { page } from '../web/render.ts'
import { idIn } from '../web/request.ts'
import { originOf } from '../web/security.ts'
import { sendTable } from '../web/table.ts'
import { atomFeed } from './atom.ts'
import { pairsOf, readChangesAsked } from './changes-asked.ts'
import { changeLines } from './changes-lines.ts'
import { changesPage, savingPage } from './changes-page.ts'
import { historyPage } from './history-page.ts'
import { historyColumns, historyTable } from './history-table.ts'
import { recordAt } from './record-reads.ts'
import { savings } from './saving-reads.ts'
import { beforeIn } from './turning.ts'
import { versionPage } from './version-page.ts'

const FEED = 50

/** What was done to the record: by record, version by version, and all of it, as a page and a feed. */
export function versionRoutes({ db }: House): Router {
  const routes = Router()
  const asked = (req: Request) => recordAt(db, String(req.params.kind), String(req.params.id))

  routes.get('/changes.atom', async (req, res) => {
    const { known: _, ...query } = req.query
    refuseKnown(res)
    const changes = await readChangesAsked(db, query)
    const lines = await changeLines(
      db,
      await savings(db, changes.narrowed, { before: changes.before, limit: FEED }),
    )
    const pairs = pairsOf(changes)
    const suffix = pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
    const feed = { origin: originOf(req), self: `/changes.atom${suffix}`, page: `/changes${suffix}`, lines }
    if (lines[0]) res.set('Last-Modified', new Date(lines[0].at).toUTCString())
    res.type('application/atom+xml').set('Cache-Control', 'no-cache').send(atomFeed(feed))
  })

  routes.get('/changes', async (req, res) => {
    if (isPast(res)) return leftOut(res, 'Recent changes')
    page(res, 'versions/changes', await changesPage(db, req.query))
  })

  routes.get('/changes/:id', async (req, res) => {
    if (isPast(res)) return leftOut(res, 'A change')
    page(res, 'versions/saving', await savingPage(db, idIn(req.params.id), req.query))
  })

  routes.get(['/:kind/:id/history.csv', '/:kind/:id/history.json'], async (req, res) => {
    refuseStrangers(req.query, ['flavour'])
    refuseKnown(res)
    await sendTable(req, res, historyColumns, historyTable(db, await asked(req)))
  })

  routes.get('/:kind/:id/history', async (req, res) => {
    const record = await asked(req)
    refuseStrangers(req.query, ['before'])
    if (isPast(res)) return leftOut(res, `History of ${record.name}`)
    page(res, 'versions/history', await historyPage(db, record, beforeIn(req.query)))
  })

  routes.get('/:kind/:id/versions/:number', async (req, res) => {
    const record = await asked(req)
    refuseStrangers(req.query, ['against'])
    if (isPast(res)) return leftOut(res, `A version of ${record.name}`)
    const against = req.query.against === undefined ? null : numberIn(req.query, 'against')
    page(res, 'versions/version', await versionPage(db, record, idIn(req.params.number), against))
  })

  return routes
}

function isPast(res: Response): boolean {
  return asOf(res).known !== null
}

/** What was done in Parley says nothing of what was known: it is told as of today, or not at all. */
function leftOut(res: Response, title: string): void {
  page(res, 'versions/left-out', { title })
}

function refuseKnown(res: Response): void {
  if (isPast(res)) throw new Refusal(400, 'History is told as of today: leave known out.')
}
