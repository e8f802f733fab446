import { Router } from 'express'
import { listBar } from '../catalogue/list.ts'
import { idsOf } from '../kernel/ids.ts'
import { sendRounds } from '../rounds/csv.ts'
import { filterWithin } from '../rounds/filter.ts'
import { statusCountsAbout } from '../sources/status-reads.ts'
import { tallyOf } from '../sources/tally.ts'
import { asOf } from '../web/as-of.ts'
import { paged, pageIn, sliceOf } from '../web/paging.ts'
import { page } from '../web/render.ts'
import { idIn } from '../web/request.ts'
import { sendList } from '../web/send-list.ts'
import { partyRecord, personRecord } from './fields.ts'
import { partyPage } from './party-page.ts'
import { personPage } from './person-page.ts'
import { officesOf, partiesByName, peopleByName, theParty, thePerson } from './reads.ts'
import { partyTable, personTable } from './tables-page.ts'
import { partyLine, personLines } from './view.ts'

export function partyRoutes(): Router {
  const routes = Router()

  routes.get('/people', async (req, res) => {
    const { db } = asOf(res)
    const at = pageIn(req.query)
    const people = await peopleByName(db, sliceOf(at))
    const offices = await officesOf(db, idsOf(people))
    const list = paged(personLines(people, offices), at, '/people')
    const counts = await statusCountsAbout(db, { person: idsOf(people), office: idsOf(offices) })
    page(res, 'parties/people', {
      title: 'People',
      list,
      view: await listBar(db, personRecord),
      tally: tallyOf(counts),
    })
  })

  routes.get(['/people.csv', '/people.json'], sendList(personTable))

  routes.get(['/people/:id.csv', '/people/:id.json'], async (req, res) => {
    const { db } = asOf(res)
    const { id } = await thePerson(db, idIn(req.params.id))
    await sendRounds(req, res, db, filterWithin({ person: [id] }, req.query, ['flavour']).whole)
  })

  routes.get('/people/:id', async (req, res) => {
    const { db } = asOf(res)
    page(res, 'parties/person', await personPage(db, idIn(req.params.id), req.query))
  })

  routes.get('/parties', async (req, res) => {
    const { db } = asOf(res)
    const at = pageIn(req.query)
    const parties = await partiesByName(db, sliceOf(at))
    const list = paged(parties.map(partyLine), at, '/parties')
    const counts = await statusCountsAbout(db, { party: idsOf(parties) })
    page(res, 'parties/list', {
      title: 'Parties',
      list,
      view: await listBar(db, partyRecord),
      tally: tallyOf(counts),
    })
  })

  routes.get(['/parties.csv', '/parties.json'], sendList(partyTable))

  routes.get(['/parties/:id.csv', '/parties/:id.json'], async (req, res) => {
    const { db } = asOf(res)
    const { id } = await theParty(db, idIn(req.params.id))
    await sendRounds(req, res, db, filterWithin({ party: [id] }, req.query, ['flavour']).whole)
  })

  routes.get('/parties/:id', async (req, res) => {
    const { db } = asOf(res)
    page(res, 'parties/party', await partyPage(db, idIn(req.params.id), req.query))
  })

  return routes
}
