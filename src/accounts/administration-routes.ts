import { type Request, type Response, Router } from 'express'
import { read } from '../fields/read.ts'
import { Refusal } from '../kernel/fault.ts'
import type { House } from '../web/house.ts'
import { pageIn, sliceOf } from '../web/paging.ts'
import { page } from '../web/render.ts'
import { bodyOf, idIn } from '../web/request.ts'
import { accountOf, by, inBrowser, only } from './access.ts'
import { isTaken, nameFault, theAccount } from './account.ts'
import { accountsPage, linkPage, resetPage } from './administration-page.ts'
import { accountsListed } from './administration-reads.ts'
import { inviteFields, roleFields } from './forms.ts'
import { invite, reset } from './invitation-writes.ts'
import { refuseOwn } from './lockout-reads.ts'
import { type Sheet, sheet } from './sheet.ts'
import { setDisabled, setRole } from './standing-writes.ts'

/** What administrators do about accounts. */
export function administrationRoutes(house: House): Router {
  const { db, clock } = house
  const routes = Router()
  const administrators = only('administer')

  const show = async (res: Response, at: number, invitation?: Sheet) => {
    const shown = { at, now: clock().getTime(), own: accountOf(res)?.id ?? 0 }
    page(res, 'accounts/list', accountsPage(await accountsListed(db, sliceOf(at)), shown, invitation))
  }

  routes.get('/accounts', administrators, (req, res) => show(res, pageIn(req.query)))

  routes.post('/accounts', administrators, inBrowser, async (req, res) => {
    const reading = read(inviteFields, bodyOf(req))
    if (!reading.ok) return show(res.status(422), 1, sheet(inviteFields, reading.typed, reading.faults))
    const { name, role } = reading.values
    const wrong = nameFault(name) ?? ((await isTaken(db, name)) ? 'is taken by another account' : null)
    if (wrong) return show(res.status(422), 1, sheet(inviteFields, reading.values, { name: `Name ${wrong}` }))
    page(res, 'accounts/link', linkPage(await invite(db, by(res, house), name, role), originOf(req)))
  })

  routes.post('/accounts/:id/role', administrators, inBrowser, async (req, res) => {
    const reading = read(roleFields, bodyOf(req))
    if (!reading.ok) throw new Refusal(422, `${reading.faults.role}.`)
    await setRole(db, by(res, house), idIn(req.params.id), reading.values.role)
    res.redirect(303, '/accounts')
  })

  for (const [act, disabled] of [
    ['disable', 1],
    ['enable', 0],
  ] as const)
    routes.post(`/accounts/:id/${act}`, administrators, inBrowser, async (req, res) => {
      await setDisabled(db, by(res, house), idIn(req.params.id), disabled)
      res.redirect(303, '/accounts')
    })

  routes.get('/accounts/:id/reset', administrators, async (req, res) => {
    const account = await theAccount(db, idIn(req.params.id))
    refuseOwn(by(res, house), account.id)
    page(res, 'accounts/reset', resetPage(account))
  })

  routes.post('/accounts/:id/reset', administrators, inBrowser, async (req, res) => {
    const link = await reset(db, by(res, house), idIn(req.params.id))
    page(res, 'accounts/link', linkPage(link, originOf(req)))
  })

  return routes
}

/** By what the browser says, which was compared with our own before the form was read; a Host alone proves nothing. */
function originOf(req: Request): string {
  return req.get('origin') ?? ''
}
