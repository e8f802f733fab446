import { Router } from 'express'
import { sendChosen } from '../rounds/csv.ts'
import { asOf } from '../web/as-of.ts'
import { page } from '../web/render.ts'
import { idIn } from '../web/request.ts'
import { allAtOnce, sendTable } from '../web/table.ts'
import { readEncounters } from './asked.ts'
import { encounterPage, roundsOfBoth } from './encounter-page.ts'
import { gatherEncounters } from './gather.ts'
import type { Kind } from './meeting.ts'
import { metPage } from './met-page.ts'
import { encounterColumns, encounterRow } from './table.ts'

/** Whom a person met, and whom a party met. */
export function encounterRoutes(): Router {
  const routes = Router()
  for (const kind of ['people', 'parties'] as const) addRoutes(routes, kind)
  return routes
}

function addRoutes(routes: Router, kind: Kind): void {
  const path = `/${kind}/:id/met`
  routes.get(path, async (req, res) => {
    const who = { kind, id: idIn(req.params.id) }
    page(res, 'encounters/met', await metPage(asOf(res).db, who, readEncounters(req.query)))
  })

  routes.get([`${path}.csv`, `${path}.json`], async (req, res) => {
    readEncounters(req.query, ['flavour'])
    const gathered = await gatherEncounters(asOf(res).db, { kind, id: idIn(req.params.id) })
    const rows = gathered.encounters.map((encounter) => encounterRow(gathered, encounter))
    await sendTable(req, res, encounterColumns, allAtOnce(rows))
  })

  for (const other of ['people', 'parties'] as const) {
    const both = `${path}/${other}/:other`
    const pair = (params: { id?: unknown; other?: unknown }) =>
      [
        { kind, id: idIn(params.id) },
        { kind: other, id: idIn(params.other) },
      ] as const

    routes.get([`${both}.csv`, `${both}.json`], async (req, res) => {
      const { db } = asOf(res)
      const asked = readEncounters(req.query, ['flavour'])
      await sendChosen(req, res, db, (await roundsOfBoth(db, ...pair(req.params), asked)).ids)
    })

    routes.get(both, async (req, res) => {
      const asked = readEncounters(req.query)
      page(res, 'encounters/encounter', await encounterPage(asOf(res).db, ...pair(req.params), asked))
    })
  }
}
